"""A network of two inputs seen in the plane: its decision surface, the examples, and what each unit gives."""
