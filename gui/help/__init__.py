"""Help on F1: the control in front, the keys, and the words of the field."""
