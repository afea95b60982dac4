"""What a network makes of data: its answers, how good they are, and what one image does inside it."""
