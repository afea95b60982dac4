"""The book as the program follows it: its sections, what each of them opens, and how a name is found."""
