"""What a network makes of data: its predictions, how good they are, and what one image does inside it."""
