"""`backprop-lab trace`: the same trace as JSON and as a table, exit statuses, and what is refused."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli import trace
from core.graph.examples import EXAMPLES

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        return dict(json.loads(self.out, parse_constant=_refuse))


def _refuse(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


class Command:
    """The command as the program runs it."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Run:
        parser = argparse.ArgumentParser(prog="backprop-lab trace")
        trace.add_arguments(parser)
        try:
            status = trace.run(parser.parse_args(trace.shielded(list(arguments))))
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = self._capsys.readouterr()
        return Run(status, out, err)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


def test_an_expression_as_json(command: Command) -> None:
    run = command("z = (x + y) * w", "--set", "x=-2", "--set", "y=5", "--set", "w=-4", "--json")
    assert (run.status, run.err) == (0, "")
    report = run.json
    assert report["output"] == "z"
    assert report["value"] == -12
    assert report["inputs"] == {"x": -2, "y": 5, "w": -4}
    assert report["steps"] == [
        {"phase": "forward", "node": "add1", "op": "add", "inputs": ["x", "y"], "value": 3},
        {"phase": "forward", "node": "z", "op": "multiply", "inputs": ["add1", "w"], "value": -12},
        {
            "phase": "backward",
            "node": "z",
            "upstream": 1,
            "contributions": [
                {"to": "add1", "local": -4, "gradient": -4},
                {"to": "w", "local": 3, "gradient": 3},
            ],
        },
        {
            "phase": "backward",
            "node": "add1",
            "upstream": -4,
            "contributions": [
                {"to": "x", "local": 1, "gradient": -4},
                {"to": "y", "local": 1, "gradient": -4},
            ],
        },
    ]
    assert report["gradients"] == {"x": -4, "y": -4, "w": 3}
    assert report["numerical"] == pytest.approx(report["gradients"])
    assert "output_array" not in report
    assert any("begins at 0" in note for note in report["notes"])


def test_an_expression_as_a_table(command: Command) -> None:
    run = command("z = (x + y) * w", "--set", "x=-2", "--set", "y=5", "--set", "w=-4")
    assert (run.status, run.err) == (0, "")
    lines = run.out.splitlines()
    assert lines[0] == "z = (x + y) * w"
    assert lines[-1] == "z = -12"
    header = next(line for line in lines if "upstream × local" in line)
    row = lines[lines.index(header) + 2]
    assert row[header.index("to ") :].split() == ["w", "1", "×", "3", "3"]
    assert row.index("w") == header.index("to ")
    forward = next(line for line in lines if "with numbers" in line)
    assert "3 × (-4)" in lines[lines.index(forward) + 2]
    assert sum("✓" in line for line in lines) == 3


def test_both_forms_tell_the_same_numbers(command: Command) -> None:
    table = command("--example", "apple-orange").out
    report = command("--example", "apple-orange", "--json").json
    for name, gradient in report["gradients"].items():
        assert any(line.split()[:2] == [name, f"{gradient:.6g}"] for line in table.splitlines())


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example(command: Command, name: str) -> None:
    run = command("--example", name)
    assert run.status == (1 if name == "softmax-naive" else 0)
    assert ("✗" in run.out) is False
    report = command("--example", name, "--json").json
    assert set(report["gradients"]) == set(report["numerical"]) == set(report["inputs"])
    phases = [step["phase"] for step in report["steps"]]
    assert phases == sorted(phases, reverse=True)
    nodes = [step["node"] for step in report["steps"]]
    assert nodes == nodes[::-1]


def test_numbers_have_all_their_digits(command: Command) -> None:
    assert command("x = 0.1; y = x * 3", "--json").json["value"] == 0.1 * 3
    assert "0.30000000000000004" in command("x = 0.1; y = x * 3", "--json").out


def test_arrays_are_nested_lists_and_an_array_output_is_summed(command: Command) -> None:
    report = command("W = [[1, 2], [3, 4]]; y = W * x", "--set", "x=[10,100]", "--json").json
    assert report["output_array"] == [[10, 200], [30, 400]]
    assert report["value"] == 640
    assert report["gradients"] == {"W": [[10, 100], [10, 100]], "x": [4, 6]}
    assert any("sum of its 4 entries" in note for note in report["notes"])
    table = command("x = [1, 2]; y = x * x").out
    assert "the sum of its 2 entries" in table
    assert table.splitlines()[-1] == "y = [1, 4] (sum of the entries: 5)"


def test_an_input_without_influence_has_zeros_in_its_shape(command: Command) -> None:
    report = command("x = 1; W = [[1, 2]]; y = x * 2", "--json").json
    assert report["gradients"] == {"x": 2, "W": [[0, 0]]}
    assert report["numerical"] == {"x": pytest.approx(2), "W": [[0, 0]]}


def test_large_arrays_are_sampled(command: Command) -> None:
    numbers = ",".join(str(i / 1000) for i in range(1200))
    numerical = command("y = sum(x * x)", "--set", f"x=[{numbers}]", "--json").json["numerical"]["x"]
    assert len(numerical) == 1200
    taken = [(i, value) for i, value in enumerate(numerical) if value is not None]
    assert len(taken) == 50
    assert all(value == pytest.approx(i / 500, abs=1e-6) for i, value in taken)


def test_settings_override_literals_and_the_inputs_of_examples(command: Command) -> None:
    assert command("x = 1\ny = x * 2", "--set", "x=5", "--json").json["value"] == 10
    assert command("--example", "apple", "--set", "n=3", "--json").json["value"] == pytest.approx(330)
    assert command("--example", "sigmoid", "--set", "x=[-1, 1]", "--json").json["output_array"] == [
        pytest.approx(0.26894142),
        pytest.approx(0.73105858),
    ]


@pytest.mark.parametrize(
    ("expression", "value"),
    [("-a**2", -9), ("-h*2", -6), ("-a", -3), ("-2 * a", -6), ("- a", -3), ("y = -a", -3)],
)
def test_an_expression_may_begin_with_a_minus(command: Command, expression: str, value: float) -> None:
    name = "h" if "h" in expression else "a"
    assert command(expression, "--set", f"{name}=3", "--json").json["value"] == value


@pytest.mark.parametrize(
    ("expression", "value", "place", "reason"),
    [
        ("x = -1; y = log(x)", "nan", "y", "no real logarithm"),
        ("x = 0; y = 1 / x", "inf", "y", "division by 0"),
        ("x = 0; y = -1 / x", "-inf", "y", "division by 0"),
        ("9**9**9", "inf", "output", "larger than float64"),
        ("x = 1000; e = exp(x); y = e * 2", "inf", "e", "709.78"),
    ],
)
def test_an_output_that_is_not_finite(
    command: Command, expression: str, value: str, place: str, reason: str
) -> None:
    run = command(expression, "--json")
    assert run.status == 1
    assert run.json["value"] == value
    first = next(step for step in run.json["steps"] if "trouble" in step)
    assert first["node"] == place
    assert reason in first["trouble"]
    table = command(expression)
    assert table.status == 1
    assert reason in table.out
    assert run.err == table.err
    output = run.json["output"]
    assert run.err.startswith(
        f"backprop-lab trace: {output} is not finite, hence exit status 1. It began at {place}: "
    )
    assert reason in run.err


@pytest.mark.parametrize(
    ("expression", "began"),
    [
        # What is not finite elsewhere, and does not reach the output, is not the reason.
        ("a = exp(1000); b = 1 / a; c = log(-1); y = b + c", "c: A negative number has no real logarithm."),
        ("x = 1e999; y = x + 1", "x: The number that was given is larger than float64 can hold (1.8e308)."),
        ("y = 1e999", "y: The number that was given is larger than float64 can hold (1.8e308)."),
        ("x = [1, 0]; y = 1 / x; z = y * 2", "y: A division by 0: the quotient grows without limit."),
    ],
)
def test_why_the_output_is_not_finite_is_found_by_going_back_from_it(
    command: Command, expression: str, began: str
) -> None:
    run = command(expression)
    assert run.status == 1
    assert run.err.endswith(f" hence exit status 1. It began at {began}\n")


def test_a_number_that_is_not_finite_beside_the_output(command: Command) -> None:
    run = command("x = 1000; e = exp(x); y = 1 / e", "--json")
    assert (run.status, run.json["value"]) == (0, 0)
    assert run.json["gradients"] == {"x": "nan"}


def test_an_example_is_set_beside_the_book(command: Command) -> None:
    lines = command("--example", "apple").out.splitlines()
    assert ["∂price/∂tax", "200", "200", "matches", "✓"] in [line.split() for line in lines]
    assert sum("matches ✓" in line for line in lines) == 4
    (first, *_) = command("--example", "apple", "--json").json["book"]
    assert first == {
        "node": "price",
        "is": "value",
        "set": {},
        "printed": "220",
        "computed": pytest.approx(220),
        "matches": True,
    }
    assert "book" not in command("--example", "add", "--json").json
    assert "book" not in command("--example", "apple", "--set", "n=3", "--json").json


def test_conventions_are_said(command: Command) -> None:
    assert "kink at 0" in command("x = 0; y = relu(x)").out
    steps = command("x = 0; y = relu(x)", "--json").json["steps"]
    assert "kink at 0" in steps[-1]["convention"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["y = sgmoid(2)"], "unknown function `sgmoid` at column 5: did you mean `sigmoid`?"),
        (["y = 2 *"], "Line 1: expected a number, a name or `(` at column 8"),
        (["y = x * w", "--set", "x=1"], "The input `w` has no value: give it one with --set w=NUMBER."),
        (["y = x", "--set", "x=1", "--set", "q=2"], "There is no input `q` to set. Inputs: `x`."),
        (["y = x * 2", "--set", "x=1", "--set", "y=2"], "`y` is computed, and only inputs can be set."),
        (["y = x", "--set", "x"], "--set takes NAME=LITERAL, such as x=-2, and not “x”."),
        (
            ["y = x", "--set", "x=two"],
            "--set x: Line 1: expected a number or an array at column 1, found `two`.",
        ),
        (["y = x @ w", "--set", "x=[1,2]", "--set", "w=[1,2,3]"], "matmul cannot take (2,) and (3,)"),
        (["--example", "aple"], "There is no example “aple”. Did you mean “apple”?"),
        ([], "Give either an expression or --example NAME."),
        (["x = 1", "--example", "apple"], "Give either an expression or --example NAME."),
        (["x = 1", "--jsn"], "unrecognized arguments: --jsn"),
        (["x = 1", "--set"], "expected one argument"),
        ([""], "the expression is empty"),
    ],
)
def test_faults_are_told_on_standard_error_with_status_2(
    command: Command, arguments: list[str], message: str
) -> None:
    run = command(*arguments)
    assert (run.status, run.out) == (2, "")
    assert message in run.err
    assert "Traceback" not in run.err


def test_no_qt_is_needed() -> None:
    program = (
        "import sys, argparse\n"
        "for name in ('PySide6', 'shiboken6', 'pyqtgraph', 'gui'): sys.modules[name] = None\n"
        "from cli import trace\n"
        "parser = argparse.ArgumentParser()\n"
        "trace.add_arguments(parser)\n"
        "sys.exit(trace.run(parser.parse_args(['--example', 'apple'])))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "price = 220" in done.stdout
