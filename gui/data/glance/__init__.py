"""The page that shows the data set at a glance."""
