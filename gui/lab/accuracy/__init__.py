"""Why not accuracy: loss and accuracy of a small network over one of its weights."""
