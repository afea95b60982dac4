"""What the Graph workspace is about, without a widget: source, trace, cursor, quiz and checks."""
