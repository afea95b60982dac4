"""Arrays as images."""
