"""Gradient descent on a surface: contours, gradients, and optimizers that race from one start."""
