"""The keys that stand in no menu, place by place. Those of the menus are read from the menus."""

from __future__ import annotations

from collections.abc import Mapping

from core.errors import translatable

CONTEXT = "Keys"

PLACES: Mapping[str, tuple[tuple[str, str], ...]] = {
    translatable("Keys", "Everywhere"): (
        ("Tab, Shift+Tab", translatable("Keys", "to the next control, to the one before")),
        ("Ctrl+Tab", translatable("Keys", "to the next page, where pages have tabs")),
        ("Space", translatable("Keys", "press the button, switch the box")),
    ),
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
        (translatable("Keys", "Shift+arrows"), translatable("Keys", "move the picture")),
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
    translatable("Keys", "Runs"): (
        ("Space", translatable("Keys", "lay the curves of the marked run over those of the current run")),
        ("F2", translatable("Keys", "rename the marked run")),
        ("Del", translatable("Keys", "delete the marked run")),
    ),
    translatable("Keys", "Number fields"): (
        ("↑, ↓", translatable("Keys", "a step more or less")),
        ("Esc", translatable("Keys", "the number from before")),
    ),
    translatable("Keys", "Plots"): (
        ("←, →", translatable("Keys", "read the values point by point")),
        (translatable("Keys", "wheel, Ctrl+wheel"), translatable("Keys", "zoom along x, along y")),
        (translatable("Keys", "double click on the title"), translatable("Keys", "fill the panel, and back")),
        ("Esc", translatable("Keys", "hide the readout; show all again after zooming or enlarging")),
    ),
    translatable("Keys", "Data"): (
        ("N, P", translatable("Keys", "the next mistake of the network, the one before")),
        (translatable("Keys", "arrows, Page up, Page down"), translatable("Keys", "from image to image")),
        ("Home, End", translatable("Keys", "the first image, the last one")),
        ("Ctrl+V", translatable("Keys", "read the picture on the clipboard as a drawing")),
        ("Del", translatable("Keys", "clear the drawing pad, or delete the chosen drawing")),
    ),
    translatable("Keys", "Lab"): (
        (
            translatable("Keys", "arrows"),
            translatable("Keys", "from tile to tile, and from place to place in a picture"),
        ),
        (
            translatable("Keys", "Shift+arrows"),
            translatable("Keys", "what is dragged moves by the arrows; with Shift ten times as far"),
        ),
        ("Enter", translatable("Keys", "open the experiment; set the published case")),
        ("Esc", translatable("Keys", "back to all experiments")),
    ),
}
