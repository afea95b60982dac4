"""The window: everything that is seen and clicked. It may import the engine; the engine never imports it."""
