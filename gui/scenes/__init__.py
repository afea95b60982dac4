"""What a picture of a screen needs: a scene to be played, and hands to play it."""
