"""Vanishing gradients: activations forward and gradients backward, layer by layer."""
