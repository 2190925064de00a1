"""Attacks on the grader: one module an attack, which says what it tries and what it would gain.

Most are a student's cells in jupytext's percent format. A cell titled with the name of an exercise
(``# %% double``) is the answer to it; any other stands where it is written, behind the tests of the
answer before it. An exercise that is not answered gets a wrong answer. Some attack by the file
itself: they have a function ``hand_in(folder, notebook)`` in place of cells.

The docstring says in words what is tried, and ends with lines of a closed vocabulary:

``gain:`` what counts as success, one or more of `GAINS`, separated by commas.
``succeeds without:`` optional: which of the `WALLS` keeps the attack from succeeding. The tests
take it down and see the attack succeed, so that a defence that does nothing would be noticed.

What every attacker is told beforehand, `HOST`, and is given, `take` and `win`, is in `_equipment`.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

GAINS = {
    "points": "a test cell passes; the answers are all wrong",
    "secret": "a canary is read: it comes out in a verdict, in what was printed, or on a page",
    "host": "a file outside the rooms changes or appears, a process outside stops, or a call that"
    " no room may make goes through",
    "network": "a listener outside is reached",
    "survivor": "a process lives after grading",
    "neighbour": "an honest submission graded by the same worker gets another verdict",
    "starve": "grading goes beyond the room's bounds of time, memory, processes or disk",
    "reader": "what is active, hides or deceives reaches a page, a table or a terminal",
}
WALLS = {
    "rooms": "the tests run in the student's process, as in stock nbgrader",
    "jail": "the rooms stand without walls around them",
    "escaping": "pages take text as it comes",
}
_ROOT = Path(__file__).parent
_TITLE = re.compile(r"^# %%[ \t]*(\S*).*$", re.MULTILINE)


@dataclass(frozen=True)
class Attack:
    """One attack, as its file describes it.

    Attributes
    ----------
    name, tries : str
        The file's name, and what it tries in words.
    gains : frozenset of str
        What counts as success, of `GAINS`.
    without : str
        The wall, of `WALLS`, without which it succeeds; empty if that is not tried.
    cells : tuple of (str, str)
        Exercise that the cell answers, or "", and its code; empty for one that attacks by the file.
    """

    name: str
    tries: str
    gains: frozenset[str]
    without: str
    cells: tuple[tuple[str, str], ...]

    @property
    def by_file(self) -> bool:
        return not self.cells


def load_attacks() -> dict[str, Attack]:
    """Every attack by its name.

    Raises
    ------
    ValueError
        If a file does not say what it tries and gains in the vocabulary.
    """
    paths = sorted(path for path in _ROOT.glob("*.py") if not path.name.startswith("_"))
    return {path.stem: _load(path) for path in paths}


def _load(path: Path) -> Attack:
    text = path.read_text("utf-8")
    said = ast.get_docstring(ast.parse(text)) or ""
    tries = said.partition("\n\n")[0].replace("\n", " ")
    gains = frozenset(part.strip() for part in _line(said, "gain").split(","))
    without = _line(said, "succeeds without")
    if not tries.endswith(".") or not gains <= set(GAINS) or without not in {"", *WALLS}:
        raise ValueError(f"{path} does not say what it tries and what it gains")
    parts = _TITLE.split(text)[1:]
    cells = tuple(zip(parts[::2], (code.strip() for code in parts[1::2]), strict=True))
    return Attack(path.stem, tries, gains, without, cells)


def _line(said: str, key: str) -> str:
    found = re.search(rf"^{key}: (.+)$", said, re.MULTILINE)
    return found.group(1).strip() if found else ""
