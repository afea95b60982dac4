"""All values as a table, an array, or one output of an Affine node."""
