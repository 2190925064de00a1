"""Takes apart what a student was told of a failed test: its title, its findings, their values.

Pure functions over text; a sentence that is not made by `course.check` comes back whole.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

_NOT_YET = ": not yet right"
_FINDING = "✗ "
UNWRITTEN = "not written yet"


@dataclass(frozen=True)
class Finding:
    """One claim that did not hold: what it says, and the values shown below it, if any."""

    text: str
    values: str = ""


@dataclass(frozen=True)
class Told:
    """What a failed test told: its title (empty if it has none), then its findings in order."""

    title: str
    findings: tuple[Finding, ...]


def taken_apart(sentence: str) -> Told:
    """The parts of a sentence, such as ``relu: not yet right``, ``✗ relu(-1): ...`` and values.

    Nothing but these marks is left out, so that the parts together say all that the sentence did.
    """
    lines = sentence.splitlines()
    title = ""
    if lines and lines[0].endswith(_NOT_YET):
        title = lines.pop(0).removesuffix(_NOT_YET)
    groups: list[list[str]] = []
    for line in lines:
        if line.startswith(_FINDING) or not groups:
            groups.append([line.removeprefix(_FINDING)])
        else:
            groups[-1].append(line)
    return Told(title, tuple(_finding(group) for group in groups))


def is_unwritten(sentences: Iterable[str]) -> bool:
    """Whether all that was told of an exercise comes of the released cell being left as it was."""
    told = list(sentences)
    return UNWRITTEN in told or (bool(told) and all("NotImplementedError" in s for s in told))


def _finding(lines: list[str]) -> Finding:
    """Indented lines are values; what stands before the first of them is the text."""
    number = next((n for n, line in enumerate(lines) if n and line.startswith(" ")), len(lines))
    values = textwrap.dedent("\n".join(lines[number:])).rstrip()
    return Finding("\n".join(lines[:number]).strip(), values)
