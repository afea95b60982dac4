"""The page that evaluates the network class by class."""
