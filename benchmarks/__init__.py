"""Speed and memory beside the alternatives: `python3 dev.py bench`. Never run by the tests, which only try
that every row can be measured."""
