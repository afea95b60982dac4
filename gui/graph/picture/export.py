"""The picture taken out of the program: in pixels, or as a drawing in which texts are outlines, so that it
looks the same where the program's typeface is not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from gui.graph.picture.diagram import Diagram
from gui.graph.picture.look import Look
from gui.widgets.picture_files import save_svg

MOST_PIXELS = 16_000
"""The longest side of a picture in pixels: Qt paints no further than 32,767."""


def image_of(diagram: Diagram, look: Look, scale: float) -> QImage:
    """The whole picture, `scale` pixels for one of the screen; fewer where it would grow too large."""
    bounds = diagram.sceneRect()
    scale = min(scale, MOST_PIXELS / max(bounds.width(), bounds.height()))
    image = QImage(
        max(1, round(bounds.width() * scale)),
        max(1, round(bounds.height() * scale)),
        QImage.Format.Format_RGB32,
    )
    image.fill(look.surface)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw(diagram, look, painter, QRectF(image.rect()))
    finally:
        painter.end()
    return image


def save_drawing(diagram: Diagram, look: Look, path: Path, title: str, dpi: int) -> None:
    """Raises OSError when the file cannot be written."""
    size = diagram.sceneRect().size().toSize()

    def draw(painter: QPainter) -> None:
        _draw(diagram, look, painter, QRectF(0, 0, size.width(), size.height()))

    save_svg(path, QSize(size), dpi, look.tokens.surface, title, draw)


def _draw(diagram: Diagram, look: Look, painter: QPainter, target: QRectF) -> None:
    seen = look.is_overview
    look.exporting, look.is_overview = True, False
    diagram.restyle()
    try:
        diagram.render(painter, target, diagram.sceneRect())
    finally:
        look.exporting, look.is_overview = False, seen
        diagram.restyle()
