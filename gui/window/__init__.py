"""The window itself: its frame, menus, status line and dialogs, and how it starts and ends."""
