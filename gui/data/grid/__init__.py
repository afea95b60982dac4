"""The images as a grid or a table."""
