"""Text becomes a graph: precedence, names, literals, and errors that point at their place."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ExpressionError, GraphError
from core.graph import expression, tokens
from core.graph.expression import parse
from core.graph.literals import parse_literal
from core.graph.trace import trace_graph


def value_of(text: str) -> float:
    return float(trace_graph(parse(text)).value)


@pytest.mark.parametrize(
    "text",
    [
        "2 + 3 * 4",
        "2 - 3 - 4",
        "2 - (3 - 4)",
        "12 / 3 / 2",
        "12 / (3 / 2)",
        "2 ** 3 ** 2",
        "(2 ** 3) ** 2",
        "-2 ** 2",
        "(-2) ** 2",
        "2 ** -1",
        "2 ** -1 ** 2",
        "2 ** -3 * 4",
        "--3 - -2",
        "+3 * -2",
        "-3 * -2 ** 2 + 1",
        "3 * -(2 + 1) ** 2 / 4 - 5",
        "1e3 + .5 + 2. + 1.5E-1",
        "((((1))))",
    ],
)
def test_precedence_is_pythons(text: str) -> None:
    assert value_of(text) == eval(text)


def test_other_ways_to_write_operators() -> None:
    assert value_of("2 ^ 3 ^ 2") == 2**9
    assert value_of("3 × 4 · 2 ÷ 6 − 1") == 3
    assert value_of("x = [[1, 2]]; w = [[3], [4]]; x @ w") == 11


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a = 3; -a**2", -9), ("a = 2; b = 3; a ** b ** 2", 512), ("a = 2; 2 ** -a", 0.25), ("a = 5; +a", 5)],
)
def test_precedence_of_names(text: str, expected: float) -> None:
    assert value_of(text) == expected


_numbers = st.integers(min_value=1, max_value=9).map(str)
_expressions = st.recursive(
    _numbers,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" + ", " - ", " * ", " / "]), inner).map("".join),
        inner.map(lambda text: f"({text})"),
        inner.map(lambda text: f"-{text}"),
        st.tuples(_numbers, st.sampled_from(["1", "2"])).map(" ** ".join),
    ),
    max_leaves=12,
)


@given(_expressions)
def test_random_arithmetic_is_pythons(text: str) -> None:
    try:
        expected = eval(text)
    except ZeroDivisionError:
        assert not np.isfinite(value_of(text))
    else:
        assert value_of(text) == pytest.approx(expected, rel=1e-12)


def test_order_and_multiplicity_of_operands_are_kept() -> None:
    graph = parse("a = 1; b = 2; y = a - b; z = y * y")
    assert graph.node("y").operands == ("a", "b")
    assert graph.node("z").operands == ("y", "y")


def test_literals_make_inputs_and_other_numbers_are_constants() -> None:
    graph = parse("x = -2\nW = [[1, 2], [3, 4]]\nb = (5)\ny = 3 * x + free")
    assert [node.id for node in graph.inputs] == ["x", "W", "b", "free"]
    assert [(node.id, node.value, node.text) for node in graph.constants] == [("const1", 3.0, "3")]
    assert graph.node("x").value == -2.0
    assert graph.missing == ("free",)
    np.testing.assert_array_equal(graph.node("W").value, [[1, 2], [3, 4]])
    assert graph.node("W").value.dtype == np.float64


def test_names_go_to_nodes() -> None:
    graph = parse("z = x + y\nprice = z * w")
    assert [node.id for node in graph.operations] == ["z", "price"]
    assert (graph.output, graph.output_name) == ("price", "price")
    assert parse("x * y").output == "output"
    assert parse("output * y").output == "output2"
    named_twice = parse("a = x * 2; y = a")
    assert (named_twice.output, named_twice.output_name) == ("a", "y")
    assert parse("multiply1 = 2; x * multiply1 * 3").operations[0].id == "multiply2"


@pytest.mark.parametrize("text", ["e = 2; y = e * 1", "exp = 2; y = exp * 1", "사과 = 2; 사과 * 1"])
def test_no_name_is_taken(text: str) -> None:
    assert value_of(text) == 2


@pytest.mark.parametrize(
    "text", ["z = x * y", "\n\n z = x * y ;; # a comment\n", "z = (x *\n  y)", "z=x*y\r\n"]
)
def test_statements_end_at_a_newline_or_a_semicolon(text: str) -> None:
    assert [node.id for node in parse(text).nodes] == ["x", "y", "z"]


def test_settings_of_a_function() -> None:
    assert value_of("x = [[1, 2], [3, 5]]; y = sum(x, axis=0); max(y)") == 7
    assert trace_graph(parse("x = [[1, 2]]; mean(x, axis=-1, keepdims=1)")).output_array.shape == (1, 1)
    assert value_of("leaky_relu(-2, slope=0.5)") == -1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("y = sgmoid(2)", "Line 1: unknown function `sgmoid` at column 5: did you mean `sigmoid`?"),
        ("x = 1\ny = 2 *\n", "Line 2: expected a number, a name or `(` at column 8, found the end."),
        ("x = 1\ny = qqq(x)", "Line 2: unknown function `qqq` at column 5: expected one of add, "),
        ("3 $ 4", "Line 1: unexpected character `$` at column 3: expected a number, a name or an operator."),
        ("2x", "Line 1: expected an operator or the statement's end at column 2, found `x`."),
        (
            "x = 1; x (2)",
            "Line 1: `x` at column 8 is a value, not a function: expected an operator such as `*`",
        ),
        ("(1 + 2", "Line 1: `(` at column 1 is never closed: expected `)`."),
        ("1 + 2)", "Line 1: `)` at column 6 closes nothing."),
        ("(1 + 2]", "Line 1: expected `)` at column 7, found `]`."),
        ("(1; 2)", "Line 1: expected `)` before the statement ends at column 3."),
        ("maximum(1)", "Line 1: `maximum` at column 1 takes 2 operand(s) (x, y), not 1."),
        ("sum()", "Line 1: expected a number, a name or `(` at column 5, found `)`."),
        ("1, 2", "Line 1: expected `)` at column 2, found `,`: only calls have commas."),
        ("(1, 2)", "Line 1: expected `)` at column 3, found `,`: only calls have commas."),
        ("sum(x, axs=1)", "Line 1: `sum` has no setting `axs` (column 8). It has: axis, keepdims."),
        ("exp(x, axis=1)", "Line 1: `exp` has no setting `axis` (column 8). It has: none."),
        ("sum(x, axis=y)", "Line 1: expected a number for this setting at column 13, found `y`."),
        ("sum(x, axis=1+1)", "Line 1: expected a number for this setting at column 14, found `+`."),
        ("x = 1; x = 2", "Line 1: `x` at column 8 stands for a value already"),
        ("y = x * 2; x = 1; z = y", "Line 1: `x` at column 12 stands for a value already"),
        ("x = x + 1", "Line 1: `x` at column 1 is defined by itself: expected another name."),
        ("x * 2\ny = 3", "Line 1: expected `name = …` at column 1: only the last statement"),
        ("", "Line 1: the expression is empty"),
        (" ;\n# nothing", "the expression is empty"),
        ("= 3", "Line 1: expected a number, a name or `(` at column 1, found `=`."),
        ("1 = 3", "Line 1: expected an operator or the statement's end at column 3, found `=`."),
        ("x = [[1, 2], [3]]", "Line 1: the rows of an array must be alike; the one that ends at column 16"),
        ("x = [1, y]", "Line 1: expected a number in the array at column 9, found `y`."),
        ("x = []", "Line 1: expected a number in the array at column 6, found `]`."),
        ("x = [1,]", "Line 1: expected a number in the array at column 8, found `]`."),
        ("x = [1 2]", "Line 1: expected `,` or `]` in the array at column 8, found `2`."),
        ("x = [1, -[2]]", "Line 1: expected a number in the array at column 10, found `[`."),
        (
            "x = " + "[" * 9 + "1" + "]" * 9,
            "Line 1: the array at column 13 has too many dimensions: at most 8.",
        ),
    ],
)
def test_an_error_names_line_and_column_and_what_was_expected(text: str, message: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert message in str(caught.value)
    assert {"line", "column"} <= set(caught.value.fields)


@given(st.text(alphabet="xy12.e+-*/^@()[],;=# \nsumaxi", max_size=30))
def test_no_text_makes_the_parser_fall_over(text: str) -> None:
    with suppress(ExpressionError, GraphError):
        assert parse(text).output


def test_shapes_that_do_not_match_name_their_place() -> None:
    graph = parse("x = [[1, 2], [3, 4]]\nw = [1, 2, 3]\ny = x @ w")
    with pytest.raises(GraphError) as caught:
        trace_graph(graph)
    expected = "Line 3: at `y`, column 7: Shapes that do not match: matmul cannot take (2, 2) and (3,)."
    assert str(caught.value) == expected


def test_what_is_too_large_is_refused_in_a_sentence() -> None:
    with pytest.raises(ExpressionError, match="200,001 characters; at most 200,000"):
        parse("1" * 200_001)
    with pytest.raises(ExpressionError, match="more than 20,000 brackets"):
        parse("(" * 30_000)
    with pytest.raises(ExpressionError, match="more than 80,000 numbers, names and signs"):
        parse("+" * 100_000 + "x")
    with pytest.raises(GraphError, match="more than 25,000 nodes"):
        parse("-" * 26_000 + "x")
    wide = parse("y = x + transpose(x)").with_values({"x": np.zeros((1, 3000))})
    with pytest.raises(GraphError, match=r"shape \(3000, 3000\) is too large"):
        trace_graph(wide)
    many = parse(";".join(["y0 = x + transpose(x)", *(f"y{i + 1} = exp(y{i})" for i in range(30))]))
    with pytest.raises(GraphError, match="too large together"):
        trace_graph(many.with_values({"x": np.zeros((1, 1000))}))
    with pytest.raises(GraphError, match="1001 × 1001"):
        trace_graph(parse("y = softmax(x)").with_values({"x": np.zeros((10, 1001))}))


def test_what_is_too_large_is_refused_whatever_it_consists_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MAX_WORDS", 800)
    monkeypatch.setattr(expression, "MAX_NODES", 250)
    for text in ("+" * 1_000 + "x", ";" * 1_000, "x = [" + "1," * 500):
        with pytest.raises(ExpressionError, match="more than 800 numbers, names and signs"):
            parse(text)
    for text in ("+".join(["1"] * 130), "x = 1;" + "**".join(["x"] * 300), "-" * 600 + "x"):
        with pytest.raises(GraphError, match="more than 250 nodes"):
            parse(text)


# More of each than Python lets functions call one another.
MANY = 3_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 1;" + "+".join(["x"] * MANY), MANY),
        ("x = 1;" + "-" * MANY + "x", 1),
        ("x = 1;" + "**".join(["x"] * MANY), 1),
        ("x = 1;" + "(" * MANY + "x" + ")" * MANY, 1),
        ("x = 1;" + "abs(" * MANY + "x" + ")" * MANY, 1),
    ],
    ids=["sum", "signs", "powers", "brackets", "calls"],
)
def test_thousands_of_everything(text: str, expected: float) -> None:
    trace = trace_graph(parse(text))
    assert trace.value == expected
    assert np.isfinite(trace.gradients["x"])


@pytest.mark.parametrize("axis", ["9" * 30, "9" * 5_000, "1e999", "0.5"])
def test_an_axis_that_is_not_there_is_refused_however_it_is_written(axis: str) -> None:
    for function in ("sum", "mean", "max"):
        with pytest.raises(GraphError, match=rf"{function} has no axis \S+ to go along in \(2,\)"):
            trace_graph(parse(f"x = [1, 2]; {function}(x, axis={axis})"))
    assert trace_graph(parse("x = 3; mean(x, axis=0)")).value == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-2", -2),
        ("+1e-3", 1e-3),
        (" [1, -2.5] ", [1, -2.5]),
        ("--2", 2),
        ("-[1, 2]", [-1, -2]),
        ("1e999", np.inf),
    ],
)
def test_literals(text: str, expected: object) -> None:
    np.testing.assert_array_equal(parse_literal(text), expected)


@pytest.mark.parametrize("text", ["", "x", "1 2", "1 + 2", "[1", "nan", "[1] [2]"])
def test_what_is_no_literal(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse_literal(text)
