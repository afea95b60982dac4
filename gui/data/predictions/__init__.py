"""The page with the confusion matrix and the drawing pad."""
