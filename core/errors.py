"""The engine's errors: every mistake that a person can make, as a sentence to that person.

An error keeps its sentence as a template and, apart from it, the values that fill it, so that a screen can
translate the sentence and mark the place (the layer, the field, the file, the column) while the command line
and a notebook read the English text. Mistakes in the program itself are not here: they are ordinary Python
exceptions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def translatable(context: str, template: str) -> str:
    """Mark a sentence for the translators and give it back unchanged.

    `pyside6-lupdate` finds the calls by this name. `context` is the context of Qt's translation.
    """
    del context
    return template


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be told that is not a mistake: a sentence as a template with its values apart, as in
    LabError."""

    template: str
    fields: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.fields) if self.fields else self.template


class LabError(Exception):
    """A mistake that a person can mend. `template.format(**fields)` is the sentence that says how."""

    def __init__(self, template: str, **fields: object) -> None:
        self.template = template
        self.fields = fields
        super().__init__(template.format(**fields) if fields else template)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.template, self.fields)


def _rebuild(kind: type[LabError], template: str, fields: dict[str, object]) -> LabError:
    return kind(template, **fields)


class SpecError(LabError):
    """A network that cannot be built. `fields["row"]` is the row of the layers list: 0 is the input,
    1 the first layer, one past the last layer the loss; `fields["field"]` names the setting."""


class ConfigError(LabError):
    """A training that cannot be started. `fields["field"]` names the setting, as in `TrainingConfig`."""


class DataError(LabError):
    """A file or an array that is not the data it is said to be. `fields["path"]` names the file, if any."""


class ModelFileError(LabError):
    """A `.blab` file that cannot be read or written. `fields["path"]` names it."""


class StoreError(LabError):
    """Kept runs that cannot be read or written. `fields["path"]` names their folder, or the file at fault."""


class GradientError(LabError):
    """A gradient that does not exist."""


class ExpressionError(LabError):
    """A text that is not an expression. `fields["line"]` and `fields["column"]` count from 1."""


class GraphError(LabError):
    """A graph that cannot be built or computed: shapes that do not fit, a limit passed."""
