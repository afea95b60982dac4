"""Menus of what one does, in whichever workspace: each action stands there once, with its key."""
