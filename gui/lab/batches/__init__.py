"""Batches and transposes: the share of each example in a gradient, and how the shares collect."""
