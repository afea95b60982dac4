"""What the program remembers of a person between two sittings."""
