"""The network as rows that can be edited."""
