"""Calculus for a learner: derivatives by differences, the book's functions, and descent along a gradient."""
