"""The experiment “Loss surface”: a slice through the loss of a real network."""
