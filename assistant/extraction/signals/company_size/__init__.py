"""How big the prospect is: people, seats, sites, vehicles, revenue."""
