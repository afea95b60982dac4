"""Plots that live data move: curves and histograms, with axes, legend, readout and export."""
