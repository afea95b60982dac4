"""The settings of the training as a form."""
