"""The gradient check: of a network, as a puzzle, and what it costs."""
