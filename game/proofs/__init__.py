"""Deep advice: what the exploration of all that play can reach proves, shows or leaves open."""
