"""The workspace “Lab”: a page of tiles, and one screen an experiment."""
