"""The buttons over the plots, and how far the run is."""
