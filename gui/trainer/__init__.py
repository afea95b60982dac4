"""The training run: the buttons' state machine, the worker in its thread, and what it reports."""
