"""What worries them about buying from the rep's company."""
