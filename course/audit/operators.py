"""The small changes that turn right code into code that is probably wrong; one function each.

Works on Python's syntax trees: parses no file and runs nothing. An operator takes a node, which it
leaves as it is, and yields what may stand in its place.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from typing import NamedTuple

_MODULES = {"np", "numpy", "tf", "tensorflow", "keras", "ops", "math", "pd", "pandas", "random"}
_COMPARISONS = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_ARITHMETIC = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_SYMMETRIC = {"maximum", "minimum", "add", "multiply", "array_equal", "logical_and", "logical_or"}
_SYMMETRIC |= {"isclose", "allclose"}  # but for the side that the tolerance is relative to
_ORDERED = (ast.Sub, ast.Div, ast.MatMult, ast.Pow, ast.Mod, ast.FloorDiv)


class Change(NamedTuple):
    """What may stand in a node's place.

    Attributes
    ----------
    operator : str
        The kind of change, such as ``"comparison-lt-lte"``.
    replacement : ast.AST
    place : ast.AST
        The part of the original by whose beginning the change is told from others.
    """

    operator: str
    replacement: ast.AST
    place: ast.AST


def changes_of(node: ast.AST) -> Iterator[Change]:
    """Every change that some operator makes to this one node, always in the same order."""
    for operator in OPERATORS:
        yield from operator(node)


def comparison(node: ast.AST) -> Iterator[Change]:
    """``<`` to ``<=`` and to its opposite ``>=``, ``==`` to ``!=``, and so on."""
    if isinstance(node, ast.Compare):
        for position, operator in enumerate(node.ops):
            for other in _COMPARISONS.get(type(operator), ()):
                made = copy.deepcopy(node)
                made.ops[position] = other()
                name = f"comparison-{_word(operator)}-{other.__name__.lower()}"
                yield Change(name, made, node.comparators[position])


def arithmetic(node: ast.AST) -> Iterator[Change]:
    """``+`` to ``-``, ``*`` to ``/``, ``@`` to ``*``, ``**`` to ``*``, also in ``+=``."""
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _ARITHMETIC:
        made = copy.deepcopy(node)
        made.op = _ARITHMETIC[type(node.op)]()
        place = node.right if isinstance(node, ast.BinOp) else node.value
        yield Change(f"arithmetic-{_word(node.op)}-{_word(made.op)}", made, place)


def constant(node: ast.AST) -> Iterator[Change]:
    """An integer grows by one, another number doubles, and 0.0 becomes 1.0."""
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        value = node.value + 1 if type(node.value) is int else 2 * node.value or 1.0
        yield Change("constant", ast.Constant(value), node)


def sign(node: ast.AST) -> Iterator[Change]:
    """A minus before a value is lost."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield Change("sign", copy.deepcopy(node.operand), node)


def axis(node: ast.AST) -> Iterator[Change]:
    """``axis=`` is lost, or names the first axis for another and the last for the first."""
    if not isinstance(node, ast.Call):
        return
    for position, keyword in enumerate(node.keywords):
        if keyword.arg == "axis":
            lost, other = copy.deepcopy(node), copy.deepcopy(node)
            del lost.keywords[position]
            yield Change("axis-lost", lost, keyword.value)
            is_first = isinstance(keyword.value, ast.Constant) and keyword.value.value == 0
            other.keywords[position].value = ast.Constant(-1 if is_first else 0)
            yield Change("axis-other", other, keyword.value)


def dropped_call(node: ast.AST) -> Iterator[Change]:
    """``f(x, y)`` becomes ``x``, ``x.f(y)`` becomes ``x``; a statement ``f()`` is left out."""
    call = node.value if isinstance(node, ast.Expr) else node
    if not isinstance(call, ast.Call):
        return
    kept = _without(call)
    if node is call and kept:
        yield Change("dropped-call", copy.deepcopy(kept), _Opening(call))
    elif node is not call and not kept:
        yield Change("dropped-statement", ast.Pass(), node)


def swapped(node: ast.AST) -> Iterator[Change]:
    """The first two arguments of a call, or the two sides of ``-``, ``/``, ``@``, ``**``."""
    if isinstance(node, ast.Call) and len(node.args) >= 2:
        starred = any(isinstance(argument, ast.Starred) for argument in node.args[:2])
        if not starred and getattr(node.func, "attr", None) not in _SYMMETRIC:
            made = copy.deepcopy(node)
            made.args[:2] = reversed(made.args[:2])
            yield Change("swapped-arguments", made, _Opening(node))
    elif isinstance(node, ast.BinOp) and isinstance(node.op, _ORDERED):
        made = copy.deepcopy(node)
        made.left, made.right = made.right, made.left
        yield Change("swapped-sides", made, node.right)


def boolean(node: ast.AST) -> Iterator[Change]:
    """``and`` for ``or``, ``True`` for ``False``, a ``not`` that is lost; and the reverse."""
    if isinstance(node, ast.BoolOp):
        made = copy.deepcopy(node)
        made.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield Change("boolean-connective", made, node.values[1])
    elif isinstance(node, ast.Constant) and type(node.value) is bool:
        yield Change("boolean-constant", ast.Constant(not node.value), node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.Invert):
        yield Change("boolean-not-lost", copy.deepcopy(node.operand), node)


def returned_none(node: ast.AST) -> Iterator[Change]:
    """``return x`` returns nothing."""
    if isinstance(node, ast.Return) and node.value is not None:
        yield Change("return-none", ast.Return(ast.Constant(None)), node)


def off_by_one(node: ast.AST) -> Iterator[Change]:
    """A slice begins or ends one later, a ``range`` ends one earlier or later."""
    if isinstance(node, ast.Slice):
        for part in ("lower", "upper"):
            if (bound := getattr(node, part)) is not None:
                made = copy.deepcopy(node)
                setattr(made, part, _shifted(bound, 1))
                yield Change(f"off-by-one-{part}", made, bound)
    elif isinstance(node, ast.Call) and _root(node.func) == "range" and node.args:
        position = min(1, len(node.args) - 1)
        for name, step in (("more", 1), ("less", -1)):
            made = copy.deepcopy(node)
            made.args[position] = _shifted(node.args[position], step)
            yield Change(f"off-by-one-{name}", made, node.args[position])


OPERATORS: tuple[Callable[[ast.AST], Iterator[Change]], ...] = (
    comparison,
    arithmetic,
    constant,
    sign,
    axis,
    dropped_call,
    swapped,
    boolean,
    returned_none,
    off_by_one,
)


class _Opening(ast.AST):
    """The place of a call's opening bracket: ``f(x)(y)`` are two calls that begin together."""

    def __init__(self, call: ast.Call) -> None:
        super().__init__()
        self.lineno, self.col_offset = call.func.end_lineno, call.func.end_col_offset


def _without(call: ast.Call) -> ast.expr | None:
    """What a call is about: the object whose method it is, else the first argument."""
    function = call.func
    if isinstance(function, ast.Attribute) and _root(function) not in {*_MODULES, "self"}:
        return function.value
    if call.args and not isinstance(call.args[0], ast.Starred):
        return call.args[0]
    return None


def _shifted(bound: ast.expr, step: int) -> ast.expr:
    if isinstance(bound, ast.Constant) and type(bound.value) is int:
        return ast.Constant(bound.value + step)
    operator = ast.Add() if step > 0 else ast.Sub()
    return ast.BinOp(copy.deepcopy(bound), operator, ast.Constant(abs(step)))


def _root(node: ast.AST) -> str:
    """The name that a dotted expression begins with; "" if it begins with no name."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _word(operator: ast.AST) -> str:
    return type(operator).__name__.lower()
