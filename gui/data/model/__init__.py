"""What the Data workspace is about, without a widget: examples, predictions, filter, selection."""
