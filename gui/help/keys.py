"""The keys that stand in no menu, place by place. Those of the menus are read from the menus."""

from __future__ import annotations

from collections.abc import Mapping

from core.errors import translatable

CONTEXT = "Keys"

PLACES: Mapping[str, tuple[tuple[str, str], ...]] = {
    translatable("Keys", "Graph"): (
        ("→", translatable("Keys", "one step on")),
        ("←", translatable("Keys", "one step back")),
        ("Home, End", translatable("Keys", "before the first step; to the last one")),
        ("Space", translatable("Keys", "play the steps, or stop")),
        (
            "Tab",
            translatable("Keys", "to the next value in the picture; Enter shows its step"),
        ),
        ("F2", translatable("Keys", "give the marked input another value, in the table of all values")),
        ("+, −, Ctrl+0", translatable("Keys", "larger, smaller, all of the picture")),
        ("Shift+arrows", translatable("Keys", "move the picture")),
    ),
    translatable("Keys", "Go to"): (
        ("↑, ↓", translatable("Keys", "from result to result")),
        ("Enter", translatable("Keys", "go there, or do the command")),
        ("Esc", translatable("Keys", "close the field")),
    ),
    translatable("Keys", "List of layers"): (
        ("↑, ↓", translatable("Keys", "from layer to layer")),
        ("Alt+↑, Alt+↓", translatable("Keys", "move the layer")),
        ("Enter", translatable("Keys", "edit the layer")),
        ("Ctrl+D, Del", translatable("Keys", "duplicate or remove the layer")),
        ("→, ←", translatable("Keys", "unfold layers that repeat one another, fold them away")),
    ),
    translatable("Keys", "Number fields"): (
        ("↑, ↓", translatable("Keys", "a step more or less")),
        ("Esc", translatable("Keys", "the number from before")),
    ),
    translatable("Keys", "Plots"): (
        ("←, →", translatable("Keys", "read the values point by point")),
        ("wheel, Ctrl+wheel", translatable("Keys", "zoom along x, along y")),
        ("double click on the title", translatable("Keys", "fill the panel, and back")),
        ("Esc", translatable("Keys", "hide the readout; show all again after zooming or enlarging")),
    ),
    translatable("Keys", "Data"): (
        ("N, P", translatable("Keys", "the next mistake of the network, the one before")),
        ("arrows, Page up, Page down", translatable("Keys", "from image to image")),
        ("Home, End", translatable("Keys", "the first image, the last one")),
    ),
    translatable("Keys", "Lab"): (
        ("arrows", translatable("Keys", "from tile to tile, and from place to place in a picture")),
        (
            "Shift+arrows",
            translatable("Keys", "what is dragged moves by the arrows; with Shift ten times as far"),
        ),
        ("Enter", translatable("Keys", "open the experiment; set the published case")),
        ("Esc", translatable("Keys", "back to all experiments")),
    ),
}
