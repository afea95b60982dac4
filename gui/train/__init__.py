"""The workspace “Train”: a network, the settings of its training, and the plots of its runs."""
