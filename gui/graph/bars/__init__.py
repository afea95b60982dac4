"""What stands above and below the picture: header, expression and controls."""
