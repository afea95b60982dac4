"""The table of operations. Each row (`Operation`) states once how the operation is computed, its local
derivatives, its formulas and the sentence about its way back; the trace, the explanation, the picture and
the tests are drawn from it. Nothing here knows a graph."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from core.graph.ops.activations import ACTIVATIONS
from core.graph.ops.arithmetic import ARITHMETIC
from core.graph.ops.functions import FUNCTIONS
from core.graph.ops.losses import LOSSES
from core.graph.ops.matrices import MATRICES
from core.graph.ops.operation import Operation
from core.graph.ops.reductions import REDUCTIONS

Table = Mapping[str, Operation]

OPERATIONS: Table = MappingProxyType(
    {row.name: row for row in (*ARITHMETIC, *FUNCTIONS, *ACTIVATIONS, *REDUCTIONS, *MATRICES, *LOSSES)}
)
