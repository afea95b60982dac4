"""The engine of Backprop Lab: networks, data, training, graphs and calculus, on NumPy and the standard
library alone. It knows nothing of screens and can be used from a notebook."""

VERSION = "0.1.0"
