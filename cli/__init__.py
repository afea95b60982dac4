"""The commands that work without a window. They read options, drive the engine and print; no Qt."""
