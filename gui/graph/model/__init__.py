"""What the Graph workspace is about, without a widget: subject, trace, cursor, quiz and checks."""
