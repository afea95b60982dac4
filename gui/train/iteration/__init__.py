"""The four steps of one iteration."""
