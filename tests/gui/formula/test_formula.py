"""Formulas of the Graph workspace: every one of the table can be read, named, spoken and laid out."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from core.graph.ops import OPERATIONS
from gui.formula.boxes import layout
from gui.formula.tree import (
    Fraction,
    Matrix,
    Row,
    Symbol,
    first_letter,
    parse,
    partial,
    plain,
    row,
    split_at_equals,
    substitute,
)
from gui.formula.view import FormulaView
from gui.graph.model.subject import pretty
from gui.look.theme import Theme

LATEX = [
    latex
    for operation in OPERATIONS.values()
    for latex in (
        operation.formula.latex,
        *(formula.latex for own in operation.operands for formula in (own.slope, own.gradient)),
    )
]


@pytest.mark.parametrize("latex", LATEX)
def test_every_formula_of_the_table_is_read_and_laid_out(latex: str, qapp: object) -> None:
    tree = parse(latex)
    text = plain(tree)
    assert text
    assert "\\" not in text
    assert "{" not in text
    box = layout(tree)
    assert box.width > 10
    assert 8 < box.height < 80


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"z = \frac{x}{y}", "z = x/y"),
        (r"y = \frac{1}{1 + e^{-x}}", "y = 1/(1 + e^(− x))"),
        (r"y = \sqrt{x}", "y = √(x)"),
        (r"y = \left|x\right|", "y = |x|"),
        (r"x_1 + x_2 + \cdots", "x_1 + x_2 + ⋯"),
        (r"\mathrm{softmax}(x)", "softmax(x)"),
    ],
)
def test_plain_text(latex: str, text: str) -> None:
    assert plain(parse(latex)) == text


@pytest.mark.parametrize("latex", [r"\frac{x}{y}}", r"\?"])
def test_other_latex_is_refused(latex: str) -> None:
    with pytest.raises(ValueError, match=r"braces|unknown"):
        parse(latex)


def test_names_stand_in_place_of_letters_and_of_no_others() -> None:
    tree = substitute(parse(r"z = \max(0, x) + x_i"), {"x": "apple", "z": "price"})
    assert plain(tree) == "price = max(0,apple) + apple_i"


def test_an_array_is_put_in_as_a_matrix() -> None:
    tree = substitute(parse("x + 1"), {"x": Matrix((("1", "2"), ("3", "4")))})
    assert plain(tree) == "[[1, 2], [3, 4]] + 1"


def test_the_two_sides() -> None:
    left, right = split_at_equals(parse("z = x + y"))
    assert (plain(left), plain(right)) == ("z", "x + y")
    assert first_letter(parse(r"y_i = x")) == "y"


def test_a_fraction_is_higher_than_its_parts_and_as_wide_as_the_wider(qapp: object) -> None:
    short, long = layout(row("∂", "x")), layout(row("∂", "exponentials"))
    whole = layout(partial("exponentials", "x"))
    assert whole.height > short.height + long.height
    assert whole.width == pytest.approx(long.width + 6)


def test_a_matrix_has_its_columns_under_one_another(qapp: object) -> None:
    box = layout(Matrix((("1", "22"), ("−333", "4"))))
    texts = {piece.text: piece for piece in box.pieces if piece.text}
    assert texts["1"].y == texts["22"].y < texts["4"].y
    assert texts["22"].x > texts["1"].x
    one = layout(Matrix((("1", "2"),)))
    assert box.height > one.height


def test_brackets_grow_with_what_they_hold(qapp: object) -> None:
    flat = layout(parse(r"\left(x\right)"))
    tall = layout(parse(r"\left(-\frac{x}{y^2}\right)"))
    assert tall.height > 1.5 * flat.height


def test_a_long_line_goes_on_below_from_an_equals_sign(qtbot: QtBot, theme: Theme) -> None:
    view = FormulaView(theme)
    qtbot.addWidget(view)
    line = Row((Symbol("y"), Symbol("="), Symbol("a" * 20), Symbol("="), Symbol("b" * 20)))
    view.resize(800, 100)
    view.show()
    view.set_rows([line])
    wide = view.sizeHint().height()
    view.resize(240, 100)
    assert view.sizeHint().height() > 1.5 * wide
    assert view.lines() == (f"y = {'a' * 20} = {'b' * 20}",)
    assert view.accessibleName() == view.lines()[0]


def test_it_paints_in_the_colours_of_the_theme(qtbot: QtBot, theme: Theme) -> None:
    view = FormulaView(theme)
    qtbot.addWidget(view)
    view.resize(200, 60)
    view.set_rows([row(Fraction(row("∂", "y"), row("∂", "x")), "=", Symbol("2.2", "vermilion", bold=True))])
    image = QImage(200, 60, QImage.Format.Format_ARGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    view.render(painter, view.rect().topLeft())
    painter.end()
    colors = {image.pixelColor(x, y).name() for x in range(200) for y in range(60)}
    assert theme.color("vermilion").name() in colors
    assert theme.color("text").name() in colors


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("price = (apple * n) * tax", "price = (apple·n)·tax"),
        ("y = x ** 2 + x^10", "y = x² + x¹⁰"),
        ("y = x ** 0.5", "y = x ** 0.5"),
        ("x = 2\ny = -x / 3", "y = −x/3"),
        ("W = [[1, 2], [3, 4]]; y = sum(W)  # all", "y = sum(W)"),
    ],
)
def test_an_expression_as_a_book_prints_it(text: str, printed: str) -> None:
    assert pretty(text) == printed
