"""Work off the window's thread that is done once, such as reading the data."""
