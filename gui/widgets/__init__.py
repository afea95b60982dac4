"""Small widgets that every workspace uses. They know the theme and nothing of the engine or of a workspace."""
