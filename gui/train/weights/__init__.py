"""The weights of the first layer as images."""
