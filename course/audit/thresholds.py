"""Notes what a test cell compares with a bound while it runs: how near an answer came to failing.

Every ``<``, ``<=``, ``>`` and ``>=`` between two numbers in the condition of a ``check.that`` is
noted. A test is the same with it and without.
"""

from __future__ import annotations

import ast
import math
import operator
from dataclasses import dataclass
from typing import Any

import numpy as np

_NOTE = "_note_comparison_"  # in the namespace of the cell
_OPERATORS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_COMPARE = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


@dataclass(frozen=True)
class Comparison:
    """One comparison of a test cell's.

    Attributes
    ----------
    test : str
        The test cell's grade_id.
    text : str
        As the test states it: ``mse_model < mse_mean / 8``.
    left, right : float
    sign : str
        ``"<"``, ``"<="``, ``">"`` or ``">="``.
    """

    test: str
    text: str
    left: float
    right: float
    sign: str

    @property
    def margin(self) -> float:
        """By how much it holds; negative where it does not."""
        difference = self.right - self.left
        return difference if self.sign.startswith("<") else -difference


class Recorder:
    """The comparisons of one run through some test cells, in order."""

    def __init__(self) -> None:
        self.found: list[Comparison] = []

    def prepare(self, source: str, test: str, names: dict[str, Any]) -> ast.Module:
        """A test cell, or a part of it, that notes its comparisons when it runs in ``names``."""

        def note(text: str, sign: str, left: Any, right: Any) -> Any:
            numbers = _number(left), _number(right)
            if None not in numbers:
                self.found.append(Comparison(test, text, *numbers, sign))
            return _COMPARE[sign](left, right)

        names[_NOTE] = note
        tree = ast.parse(source)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "check.that" and node.args:
                node.args[0] = _Noting().visit(node.args[0])
        return ast.fix_missing_locations(tree)


class _Noting(ast.NodeTransformer):
    """Puts a call of the note in place of each ordering of two values."""

    def visit_Compare(self, node: ast.Compare) -> ast.AST:  # noqa: N802 - ast's name
        if len(node.ops) == 1:
            return self._noted(node, node.left, node.ops[0], node.comparators[0])
        if len(node.ops) == 2 and isinstance(node.comparators[0], ast.Name):  # low <= x <= high
            middle = node.comparators[0]
            first = self._noted(node, node.left, node.ops[0], middle)
            second = self._noted(node, middle, node.ops[1], node.comparators[1])
            return ast.copy_location(ast.BoolOp(ast.And(), [first, second]), node)
        return self.generic_visit(node)

    def _noted(self, node: ast.Compare, left: ast.expr, op: ast.cmpop, right: ast.expr) -> ast.AST:
        sign = _OPERATORS.get(type(op))
        text = ast.unparse(ast.Compare(left, [op], [right]))
        sides = [self.visit(left), self.visit(right)]
        if sign is None:
            return ast.copy_location(ast.Compare(sides[0], [op], [sides[1]]), node)
        said = [ast.Constant(text), ast.Constant(sign)]
        call = ast.Call(ast.Name(_NOTE, ast.Load()), [*said, *sides], [])
        return ast.copy_location(call, node)


def _number(value: Any) -> float | None:
    """A finite number of one element, or None."""
    if isinstance(value, bool | np.bool_ | str):
        return None
    try:
        if np.size(value) != 1:
            return None
        number = float(np.asarray(value).reshape(()))
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None
