"""Makes wrong answers out of the right one: every way to change its solution in one place.

Pure functions over source code; runs nothing. What the changes are stands in `operators`.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass

from course.audit.operators import Change, changes_of

_BEGIN = re.compile(r"^\s*### BEGIN SOLUTION\s*$")
_END = re.compile(r"^\s*### END SOLUTION\s*$")
# Texts, types and what is said in an error are no behaviour that a lesson tests.
_LEFT_ALONE = (ast.JoinedStr, ast.Raise)
_ANNOTATIONS = ("annotation", "returns", "decorator_list")


@dataclass(frozen=True)
class Mutant:
    """The reference solution with one change.

    Attributes
    ----------
    name : str
        ``operator@line:column``, lines counted within the solution alone, so that an edited
        docstring renames nothing. Columns count from 0.
    change : str
        The changed part before and after.
    code : str
        The whole cell, as `ast.unparse` writes it: without comments.
    """

    name: str
    change: str
    code: str


def mutants_of(reference: str) -> list[Mutant]:
    """Every mutant of a reference solution, in the order of the solution.

    Parameters
    ----------
    reference : str
        An answer cell. Only what stands between ``### BEGIN SOLUTION`` and ``### END SOLUTION``
        is changed; the whole cell if it has no such lines.

    Returns
    -------
    list of Mutant
        No two with the same name, no two with the same code, none with the reference's.
    """
    tree = ast.parse(reference)
    solution_lines = _solution_lines(reference)
    seen, taken, found = {ast.unparse(tree)}, set(), []
    for path, node in list(_nodes(tree, ())):
        if not _is_inside(node, solution_lines):
            continue
        for change in changes_of(node):
            code = _code_with(tree, path, change.replacement)
            if code in seen or not _parses(code):
                continue
            seen.add(code)
            name = _unique(_name(change, solution_lines), taken)
            before, after = _short(node), _short(change.replacement)
            found.append(Mutant(name, f"{before} → {after}", code + "\n"))
    return found


_Path = tuple[tuple[str, int | None], ...]  # field and index of each step down from the root


def _solution_lines(source: str) -> dict[int, int]:
    """Line in the cell → line in the solution, both counted from 1."""
    lines = source.splitlines()
    if not any(map(_BEGIN.match, lines)):
        return {number: number for number in range(1, len(lines) + 1)}
    inside, found = False, {}
    for number, line in enumerate(lines, start=1):
        if _BEGIN.match(line) or _END.match(line):
            inside = bool(_BEGIN.match(line))
        elif inside:
            found[number] = len(found) + 1
    return found


def _nodes(node: ast.AST, path: _Path) -> Iterator[tuple[_Path, ast.AST]]:
    """Every node that may be changed, parents first, with the way to it."""
    yield path, node
    for name, value in ast.iter_fields(node):
        if name in _ANNOTATIONS:
            continue
        children = value if isinstance(value, list) else [value]
        for index, child in enumerate(children):
            if isinstance(child, ast.AST) and not isinstance(child, _LEFT_ALONE):
                step = (name, index if isinstance(value, list) else None)
                yield from _nodes(child, (*path, step))


def _is_inside(node: ast.AST, solution_lines: dict[int, int]) -> bool:
    first, last = getattr(node, "lineno", None), getattr(node, "end_lineno", None)
    return first in solution_lines and last in solution_lines


def _code_with(tree: ast.AST, path: _Path, replacement: ast.AST) -> str:
    """The whole code with one node replaced; the tree is left as it was."""
    parent = tree
    for name, index in path[:-1]:
        value = getattr(parent, name)
        parent = value if index is None else value[index]
    name, index = path[-1]
    fields, key = (vars(parent), name) if index is None else (getattr(parent, name), index)
    original = fields[key]
    fields[key] = ast.fix_missing_locations(replacement)
    try:
        return ast.unparse(tree)
    finally:
        fields[key] = original


def _parses(code: str) -> bool:
    try:
        compile(code, "mutant", "exec")
    except SyntaxError:  # a starred value where none may stand, say
        return False
    return True


def _name(change: Change, solution_lines: dict[int, int]) -> str:
    line = solution_lines[change.place.lineno]
    return f"{change.operator}@{line}:{change.place.col_offset}"


def _unique(name: str, taken: set[str]) -> str:
    number, made = 1, name
    while made in taken:
        number += 1
        made = f"{name}#{number}"
    taken.add(made)
    return made


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())
    return text if len(text) <= 60 else text[:59] + "…"
