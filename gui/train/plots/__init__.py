"""The live plots of the runs."""
