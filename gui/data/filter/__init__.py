"""The panel that says which images are shown, and in what order."""
