"""Typeset formulas: the tree, its boxes, and the widget that paints them."""
