"""Lesson 06 shows a loop with three bugs and hands it out to be mended: both must be the same."""

import ast

import nbformat
from conftest import REPOSITORY

LESSON = "06-training-loops"


def body_of(cells, name):
    """The statements of a function that a cell defines, without its docstring and `raise`."""
    for cell in cells:
        if cell.cell_type == "code" and f"\ndef {name}(" in "\n" + cell.source:
            [function] = [
                node
                for node in ast.parse(cell.source).body
                if isinstance(node, ast.FunctionDef) and node.name == name
            ]
            start = 1 if ast.get_docstring(function) else 0
            kept = [part for part in function.body[start:] if not isinstance(part, ast.Raise)]
            return [ast.unparse(part) for part in kept]
    raise AssertionError(f"no cell of {LESSON} defines {name}")


def test_the_loop_to_be_mended_is_the_one_whose_symptoms_were_shown():
    cells = nbformat.read(REPOSITORY.release(LESSON), as_version=4).cells
    assert body_of(cells, "fix_the_loop") == body_of(cells, "broken_loop")
