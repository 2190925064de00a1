"""Tells whether a failed test named the mistake: its author's own words, or the library's.

Pure functions over the source of test cells and the messages that they gave.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass

_LEAST = 12  # characters: shorter pieces of a sentence are found anywhere


@dataclass(frozen=True)
class Bank:
    """The sentences that an exercise's tests may say.

    Attributes
    ----------
    mistakes : frozenset of str
        The named misconceptions: ``mistakes={...}``, the reasons of ``check.choice``, and the
        sentences of ``check.that``.
    hints : frozenset of str
        The advice for all other failures: ``hint=...``.
    """

    mistakes: frozenset[str]
    hints: frozenset[str]

    def told(self, messages: Iterable[str | None]) -> str:
        """``"mistake"``, ``"hint"`` or ``"neither"``: the best that the messages have said."""
        text = " ".join(" ".join(message.split()) for message in messages if message)
        if any(sentence in text for sentence in self.mistakes):
            return "mistake"
        return "hint" if any(sentence in text for sentence in self.hints) else "neither"


def bank_of(tests: Iterable[str]) -> Bank:
    """The sentences in the source of an exercise's test cells."""
    mistakes: set[str] = set()
    hints: set[str] = set()
    for source in tests:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Dict):
                mistakes |= _texts([*filter(None, node.keys), *node.values])
            elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "that":
                # check.that splits its message at the first colon, into what and cause.
                mistakes |= {text.partition(": ")[2] or text for text in _texts(node.args[1:2])}
            elif isinstance(node, ast.keyword) and node.arg == "hint":
                hints |= _texts([node.value])
    return Bank(frozenset(_long(mistakes)), frozenset(_long(hints)))


def _texts(nodes: Iterable[ast.AST]) -> set[str]:
    found = (part.value for node in nodes for part in ast.walk(node) if _is_text(part))
    return {" ".join(text.split()) for text in found}


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _long(texts: Iterable[str]) -> set[str]:
    return {text for text in texts if len(text) >= _LEAST}
