"""Activation functions: their values and slopes, where they are flat, and what layers are without them."""
