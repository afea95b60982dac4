"""How everything looks: colours, style sheet, typeface and icons."""
