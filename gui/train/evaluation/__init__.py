"""The network's accuracy class by class."""
