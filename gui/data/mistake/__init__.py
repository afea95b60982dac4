"""The page that follows one mistake through its gradient to an update."""
