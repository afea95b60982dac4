"""This step: its rule with numbers, the quiz, and the nudge."""
