"""The runs that a person has made, kept with their networks until they are deleted."""
