"""A digit drawn, pasted or opened, and its prediction."""
