"""The picture taken out of the program: as PNG, as SVG, and on the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer

from core.graph.examples import EXAMPLES
from core.graph.expression import parse
from gui.graph.picture import GraphPicture
from tests.gui.graph.picture.screen import APPLE, diagram, shown


class TestTakingItOut:
    def test_a_png_has_twice_the_size(self, picture: GraphPicture, tmp_path: Path) -> None:
        shown(picture, APPLE)
        picture.export_png(tmp_path / "apple.png")
        image = QImage(str(tmp_path / "apple.png"))
        bounds = diagram(picture).sceneRect()
        assert (image.width(), image.height()) == (round(2 * bounds.width()), round(2 * bounds.height()))

    def test_an_svg_needs_no_font_and_looks_the_same(self, picture: GraphPicture, tmp_path: Path) -> None:
        shown(picture, EXAMPLES["affine"].graph())
        path = tmp_path / "affine.svg"
        picture.export_svg(path)
        text = path.read_text(encoding="utf-8")
        assert "<title>Y</title>" in text
        assert "<text" not in text
        assert "<image" not in text
        renderer = QSvgRenderer(str(path))
        assert renderer.isValid()
        bounds = diagram(picture).sceneRect()
        assert renderer.viewBoxF().width() == pytest.approx(bounds.width(), abs=1)

    def test_handles_and_marks_are_not_part_of_it(self, picture: GraphPicture) -> None:
        shown(picture, EXAMPLES["sigmoid"].graph())
        before = picture.image(1.0)
        picture.select_node("y")
        assert picture.image(1.0) == before

    def test_zoomed_out_far_it_is_still_exported_whole(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        before = picture.image(1.0)
        picture.zoom(0.1)
        assert picture.image(1.0) == before

    def test_it_is_copied_to_the_clipboard(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        picture.copy_image()
        assert QGuiApplication.clipboard().image().size() == picture.image().size()

    def test_what_cannot_be_written_is_an_oserror(self, picture: GraphPicture, tmp_path: Path) -> None:
        shown(picture, APPLE)
        for export in (picture.export_png, picture.export_svg):
            with pytest.raises(OSError, match="missing"):
                export(tmp_path / "missing" / "apple")

    def test_a_very_long_graph_fits_into_a_picture(self, picture: GraphPicture) -> None:
        statements = ["a0 = 0.1", *[f"a{i} = sin(a{i - 1})" for i in range(1, 300)]]
        shown(picture, parse("\n".join(statements)))
        image = picture.image(2.0)
        assert 10_000 < image.width() <= 16_000
