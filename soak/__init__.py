"""A monkey at the program's window: seeded actions of mouse and keys, and what they bring to light."""
