"""The notebooks' own prose, found again: what the course says about a matter, and where."""
