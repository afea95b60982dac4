"""The decision surface of the network on the table, beside the plots."""
