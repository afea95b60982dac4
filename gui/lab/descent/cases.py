"""The published cases of descent: the state of each, what the program gets for it, and how it is called."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any

from core.calculus.differentiation import numerical_gradient
from core.errors import translatable
from core.experiments.published import Published
from core.experiments.race import racing
from gui.lab.descent.surfaces import OFFERED, RACERS, function_of, spec_of
from gui.language.numbers import number
from gui.language.texts import translate
from gui.widgets.book_line import Printed

UPDATES = 100  # of the book's descent


def fields(case: Published) -> Mapping[str, Any]:
    """The fields of the state, with all other optimizers left out."""
    given = case.given
    offered = OFFERED[given["surface"]]
    (left, right), (low, high) = offered.function.domain
    updates = given.get("updates", UPDATES)
    kind = given.get("optimizer", "sgd")
    return {
        "text": offered.text,
        **dict(zip(("left", "right", "low", "high"), (left, right, low, high), strict=True)),
        "x": given["x"],
        "y": given["y"],
        "updates": updates,
        "at": 0 if given["shows"] == "gradient" else updates,
        "by_differences": given.get("by_differences", False),
        **{racer: racer == kind for racer in RACERS},
        f"rate_{kind}": given.get("rate", 0.1),
    }


def figures(cases: tuple[Published, ...]) -> Generator[tuple[int, int], None, tuple[tuple[float, ...], ...]]:
    """What the program gets: both partial derivatives by differences; or the position after the updates, and
    f there if that is printed as well."""
    found = []
    for done, case in enumerate(cases):
        yield done, len(cases)
        given = case.given
        offered = OFFERED[given["surface"]]
        function = function_of(offered.text)
        start = given["x"], given["y"]
        if given["shows"] == "gradient":
            found.append(tuple(numerical_gradient(function.value, start).tolist()))
            continue
        (way,) = yield from racing(
            function,
            [spec_of(given.get("optimizer", "sgd"), given["rate"])],
            start,
            given.get("updates", UPDATES),
            ((-5.0, 5.0), (-5.0, 5.0)),
            given.get("by_differences", False),
        )
        values = (*way.path[-1].tolist(), float(way.heights[-1]))
        found.append(values[: len(case.printed)])
    return tuple(found)


def printed(case: Published, computed: tuple[float, ...] | None) -> Printed:
    """A line of the table; blank while nothing is computed."""
    text = ", ".join(case.printed).replace("-", "−")
    if computed is None:
        return Printed(_name(case), "", "", text, matches=False)
    brief, whole = (", ".join(number(value, digits) for value in computed) for digits in (3, 16))
    return Printed(_name(case), brief, whole, text, case.agrees(computed))


def _name(case: Published) -> str:
    given = case.given
    if given["shows"] == "gradient":
        text = translatable("Descent", "∇f({x}, {y})")
    elif "optimizer" in given:
        text = translatable("Descent", "{title}, {rate}")
    elif given.get("by_differences"):
        text = translatable("Descent", "rate {rate}, by differences")
    else:
        text = translatable("Descent", "rate {rate} from ({x}, {y})")
    title = RACERS[given.get("optimizer", "sgd")].title
    return translate("Descent", text).format(
        x=number(given["x"]), y=number(given["y"]), rate=number(given.get("rate", 0.0)), title=title
    )
