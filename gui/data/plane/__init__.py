"""Examples that are points of a plane, in place of images."""
