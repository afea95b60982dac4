"""Small widgets that every workspace uses. They know the theme, and neither the engine nor a workspace."""
