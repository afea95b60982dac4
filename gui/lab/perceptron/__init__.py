"""Perceptrons as logic gates: a line in the plane, and what a second layer adds."""
