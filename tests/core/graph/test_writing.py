"""How people write: what is read as it is meant, and what is refused with the way to write it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ExpressionError, GraphError
from core.graph.characters import as_name
from core.graph.expression import parse
from core.graph.literals import parse_literal
from core.graph.trace import trace_graph


@contextmanager
def refused_with_its_place() -> Iterator[None]:
    """Every ExpressionError that is raised within names line and column."""
    try:
        yield
    except ExpressionError as error:
        if not {"line", "column"} <= error.fields.keys():
            raise


def value_of(text: str) -> float:
    return float(trace_graph(parse(text)).value)


def test_a_superscript_is_a_power() -> None:
    trace = trace_graph(parse("x = 3; y = x² + x"))
    assert (trace.value, trace.gradients["x"]) == (12, 7)
    assert [node.operation for node in trace.graph.operations] == ["power", "add"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 2; x⁻¹", 0.5),
        ("x = 2; x¹⁰", 1024),
        ("x = 2; x²**3", 64),
        ("2**3²", 512),
        ("x = 3; -x²", -9),
        ("-3²", -9),
        ("x = 2; (x + 1)²", 9),
        ("exp(0)³", 1),
        ("1.5×10⁻³", 0.0015),
        ("6 ÷ 2 ⋅ 3 – 1", 8),
    ],
)
def test_a_superscript_belongs_to_what_stands_before_it(text: str, expected: float) -> None:
    assert value_of(text) == pytest.approx(expected)


@pytest.mark.parametrize("name", ["x₁", "x₁₂", "사과", "ŷ", "xᵢ", "_a", "x1", "θ", "Σ"])
def test_names_are_pythons_and_subscripts_stay(name: str) -> None:
    graph = parse(f"{name} * 2")
    assert [node.id for node in graph.inputs] == [name]


@pytest.mark.parametrize(
    ("one", "other"),
    [("ｘ", "x"), ("µ", "μ"), ("𝑥", "x"), ("\u1109\u1161\u1100\u116a", "사과"), ("e\u0301", "é")],
    ids=["wide", "micro", "italic", "jamo", "accent"],
)
def test_spellings_that_look_alike_are_one_name(one: str, other: str) -> None:
    assert one != other
    assert [node.id for node in parse(f"{one} = 2; y = {other} * 1").inputs] == [other]
    assert as_name(one) == other


def test_a_subscript_is_not_a_digit() -> None:
    assert [node.id for node in parse("x₁ + x1").inputs] == ["x₁", "x1"]


def test_what_cannot_be_seen_is_a_space() -> None:
    assert value_of("\ufeffx = 2;\u00a0x\u200b * 3") == 6


NUMERALS = [("½*x", 1, "(1/2)"), ("2½", 2, "(1/2)"), ("Ⅳ", 1, "4"), ("1 + ①", 5, "1"), ("２", 1, "2")]


@pytest.mark.parametrize(("text", "column", "instead"), [*NUMERALS, ("x½", 2, "(1/2)"), ("₁x", 1, "1")])
def test_other_numerals_are_refused(text: str, column: int, instead: str) -> None:
    with pytest.raises(ExpressionError, match="numeral that is not read") as caught:
        parse(f"a = 1\n{text}")
    assert (caught.value.fields["line"], caught.value.fields["column"]) == (2, column)
    assert f"`{instead}`" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "column", "advice"),
    [
        ("2x", 2, "`2*x`"),
        ("2.x", 3, "`2*x`"),
        ("x y", 3, "`x*y`"),
        ("x²y", 3, "`x²*y`"),
        ("2(x + 1)", 2, "`2*(…)`"),
        ("(x + 1)(x + 2)", 8, "`(…)*(…)`"),
        ("x(x + 1)", 1, "`x*(…)`"),
        ("ln(x)", 1, "did you mean `log`?"),
        ("log10(x)", 1, "`log(x) / log(10)`"),
        ("max(x, y)", 1, "did you mean `maximum`?"),
        ("min(x, y)", 1, "`-maximum(-x, -y)`"),
        ("x.T", 2, "`transpose(x)`"),
        ("Aᵀ", 2, "`transpose(x)`"),
        ("x.sum()", 2, "`sum(x)`"),
        ("np.exp(x)", 3, "write `exp` without `np.`"),
        ("x[0]", 2, "give each entry a name"),
        ("1_000 * x", 2, "`1000`"),
        ("0,5 * x", 2, "a point, as in `0.5`"),
        ("x = 0,5", 6, "a point, as in `0.5`"),
        ("exp(0,5)", 6, "a point, as in `0.5`"),
        ("maximum(0,5, x)", 10, "a point, as in `0.5`"),
        ("maximum([1,2])", 1, "takes 2 operand(s)"),
        ("|x|", 1, "`abs(x)`"),
        ("√x", 1, "`sqrt(x)`"),
        ("e^x", 1, "`exp(x)`"),
        ("e**x", 1, "`exp(x)`"),
        ("sin x", 5, "`sin(x)`"),
        ("sin²(x)", 1, "`sin(x)²`"),
        ("sin^2(x)", 1, "`sin(x)**2`"),
        ("xⁿ", 2, "`x**n`"),
        ("x²⁻¹", 2, "`x**(a - 1)`"),
        ("{x}", 1, "`(`"),
    ],
)
def test_a_refusal_says_how_it_is_written_here(text: str, column: int, advice: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert advice in str(caught.value)
    assert (caught.value.fields["line"], caught.value.fields["column"]) == (1, column)


@pytest.mark.parametrize("text", ["e = 2; e^3", "sin = 2; sin³", "x = 2; x^3"])
def test_a_name_with_a_value_is_raised_whatever_it_is_called(text: str) -> None:
    assert value_of(text) == 8


def test_a_power_is_not_a_literal() -> None:
    with pytest.raises(ExpressionError, match="follows at column 2"):
        parse_literal("3²")


@given(st.text(max_size=12) | st.text(alphabet="xe2²⁻½₁.,·(){}[]|√=ⁿT \n", max_size=20))
def test_any_text_is_read_or_refused_with_its_place(text: str) -> None:
    with suppress(GraphError), refused_with_its_place():
        parse(text)
