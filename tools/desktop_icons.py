"""The program's two icons in the sizes that a desktop asks for, drawn by Qt from their SVG files.

    .venv/bin/python -m tools.desktop_icons

after a change of `resources/icons/backprop-lab.svg` (the program) or of the sheet of paper in
`resources/desktop/icons/hicolor/scalable/mimetypes` (a model file). The pictures are kept beside their
sources, so that `install` needs no Qt and a build finds them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
THEME = RESOURCES / "desktop" / "icons" / "hicolor"
PROGRAM = RESOURCES / "icons" / "backprop-lab.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
ICONS = ("apps/backprop-lab", "mimetypes/application-x-backprop-lab")


def drawn(icon: str, size: int) -> QImage:
    """The icon, `size` by `size` pixels, on a clear ground. ValueError where its file is not an SVG."""
    source = THEME / "scalable" / f"{icon}.svg"
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise ValueError(f"{source} cannot be drawn")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def main() -> None:
    shutil.copyfile(PROGRAM, THEME / "scalable" / "apps" / "backprop-lab.svg")
    for icon in ICONS:
        for size in SIZES:
            file = THEME / f"{size}x{size}" / f"{icon}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            if not drawn(icon, size).save(str(file)):
                raise OSError(f"{file} cannot be written")


if __name__ == "__main__":
    main()
