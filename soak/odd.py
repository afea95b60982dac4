"""What a person might type, press and choose, among it much that nobody expected."""

from __future__ import annotations

TEXTS = (
    *("", " ", "0", "1", "-1", "0.1", "0.5", "5", "12", "100", "1e-9", "1e400", "nan", "inf", "0,5", "1/3"),
    *("1 000", "+2", "--", ".", "99999999999", "½", "٣", "x", "x*y", "x**2 + y**2", "exp(x)/(1+exp(x))"),
    *("(", "sum(x)", "mean(x, axis=0)", "log(-1)", "1/0", "[1, 2; 3]", "[[1, 2], [3, 4]]", "x @ y", "x=1"),
    *(
        "가",
        "안녕하세요",
        "기울기 하강",
        "é\u0301",
        "שלום",
        "🙂",
        "\u200b",
        "<b>bold</b>",
        "&amp;&x",
        "%1 {x}",
    ),
    *("a" * 300, "9" * 60, "((((((((((x))))))))))", "x+" * 200 + "x"),
)

SHORTCUTS = (
    *("F5", "F5", "F5", "F6", "Shift+F5", "Control+F5", "F1", "F11", "Escape", "Escape", "Menu"),
    *("Control+Z", "Control+Z", "Control+Y", "Control+Shift+Z", "Control+C", "Control+V", "Control+X"),
    *("Control+A", "Control+S", "Control+Shift+S", "Control+O", "Control+N", "Control+F", "Control+P"),
    *("Control+1", "Control+2", "Control+3", "Control+4", "Alt+F", "Alt+V", "F10", "Control+Plus"),
)

KEYS = (
    *("Tab", "Tab", "Tab", "Shift+Backtab", "Space", "Return", "Enter", "Left", "Right", "Up", "Down"),
    *("Home", "End", "PageUp", "PageDown", "Delete", "Backspace", "Shift+Right", "Control+Left", "Alt+Down"),
    *("Control+Right", "Control+Home", "Control+End", "0", "5", "Minus", "Period", "A", "F", "R", "Plus"),
)
"""Nothing that ends the program: what comes after its end is tried by its start."""

SIZES = (
    *((1180, 640), (1180, 640), (1366, 768), (1366, 768), (1920, 1080), (1280, 800), (1024, 700)),
    *((960, 540), (2560, 1440), (1180, 1400)),
)

FILES = (
    *("one.blab", "one.blab", "two.blab", "이름 하나.blab", "without", "deep/er/one.blab", "nothing.blab"),
    *("damaged.blab", "empty.blab", "text.csv", "picture.png", "plot.png", "table.csv", "a" * 250, "folder"),
)
"""Names in the monkey's own folder: some are there from the beginning, some never."""
