"""The worker's half of the code interpreter: what runs in the process beside the user's code."""
