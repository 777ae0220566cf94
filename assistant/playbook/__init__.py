"""What a team sells by: question banks, lifecycles, the ideal customer, engagement points."""
