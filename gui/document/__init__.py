"""What stands on the table: the experiment with its undo stack, the runs, and which network is looked at."""
