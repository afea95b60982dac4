"""Pictures of every screen: `python3 dev.py pictures`. A tool of the developers, which
is not installed with the program."""
