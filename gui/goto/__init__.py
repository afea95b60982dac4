"""The field that goes to a section of the book, a term, an example, an experiment, a preset or a command."""
