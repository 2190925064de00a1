"""The mutants that a person has found to do what the solution does, each with the reason.

They stand in ``tests/variants/NN-name/equivalent.toml``, one table an exercise::

    [relu]
    "comparison-gt-gte@1:25" = "max(0, 0) is 0 whichever side is taken"

Only reads; whether a reason is true is for people to judge.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from course.errors import CourseError

FILE = "equivalent.toml"


def load_equivalents(folder: Path, mutants: Mapping[str, Iterable[str]]) -> dict:
    """Exercise → name of a mutant → why it is no mistake.

    Parameters
    ----------
    folder : Path
        A lesson's folder of variants; it need not have the file.
    mutants : mapping of str to iterable of str
        Exercise → the names of all its mutants.

    Raises
    ------
    CourseError
        If an entry has no reason, or names an exercise or mutant that there is not (any more).
    """
    path = folder / FILE
    if not path.exists():
        return {}
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseError(f"{path}: {error}") from None
    for exercise, entries in found.items():
        if exercise not in mutants or not isinstance(entries, dict):
            raise CourseError(f"{path}: [{exercise}] is no exercise of this lesson")
        known = set(mutants[exercise])
        for name, reason in entries.items():
            if name not in known:
                raise CourseError(
                    f"{path}: {exercise} has no mutant {name!r} (any more): take the entry out"
                )
            if not isinstance(reason, str) or not reason.strip():
                raise CourseError(f"{path}: {exercise}, {name}: say why it is no mistake")
    return found
