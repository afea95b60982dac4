"""Numerical differentiation: secants and tangent, and the error of both differences over h."""
