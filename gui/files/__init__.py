"""Opening and saving of model files, and the questions before something is lost."""
