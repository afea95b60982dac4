"""Pictures of the Data workspace."""
