"""Fields of forms: numbers, choices, rows, folds and the line that says what is wrong."""
