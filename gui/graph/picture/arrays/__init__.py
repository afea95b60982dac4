"""How arrays are drawn: as matrices of colours, as a digit, as bars, and whole in a window."""
