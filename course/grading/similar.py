"""Finds submissions whose own code is similar, by copydetect. Says "similar": never more.

Fingerprints are compared as in S. Schleimer, D. Wilkerson & A. Aiken, "Winnowing: Local Algorithms
for Document Fingerprinting" (SIGMOD 2003): of code with its names, texts, comments and spaces taken
away. What was given, what the lesson's own solution has, and what several students share does not
count: it is no sign of anything.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from itertools import combinations
from typing import Any

from course.grading.harmless import LONGEST_CODE

PASSAGE = 20  # characters of code without names: the shortest passage that is compared
SHARED_BY_MANY = 4  # more students than these with a passage, and it tells nothing of any two
LEAST_SHARE = 0.7  # of the own code of each of the two
LEAST_OWN = 200  # characters of own code without names that two must have in common

Answers = Mapping[str, str]  # exercise → code


@dataclass(frozen=True)
class SimilarPair:
    """Two students whose own code is similar.

    Attributes
    ----------
    shares : tuple of float
        For each of the two, the share of their own code that the other has, too.
    common : int
        Characters in common, names taken away.
    exercises : tuple of str
        Where the code in common is, most first.
    """

    students: tuple[str, str]
    shares: tuple[float, float]
    common: int
    exercises: tuple[str, ...]


def similar_pairs(
    answers: Mapping[str, Answers], given: Iterable[Answers] = ()
) -> list[SimilarPair]:
    """The pairs of students whose own code is similar, most similar first.

    Parameters
    ----------
    answers : mapping
        Student → exercise → code as handed in.
    given : iterable of mappings
        Exercise → code that belongs to nobody: the released cells, the lesson's own solution.
    """
    prints = _own_fingerprints(answers, list(given))
    pairs = []
    for first, second in combinations(sorted(prints), 2):
        pair = _compare(first, second, prints[first], prints[second])
        if pair is not None:
            pairs.append(pair)
    return sorted(pairs, key=lambda pair: (-min(pair.shares), -pair.common, pair.students))


def _own_fingerprints(answers: Mapping[str, Answers], given: list[Answers]) -> dict[str, dict]:
    """Student → exercise → fingerprints of what only few have written."""
    exercises = sorted({name for code in answers.values() for name in code})
    prints: dict[str, dict[str, Any]] = {student: {} for student in answers}
    for name in exercises:
        common = {h for code in given for h in _fingerprint(code.get(name, "")).hashes}
        written = {student: _fingerprint(code.get(name, "")) for student, code in answers.items()}
        owners = Counter(h for found in written.values() for h in found.hashes)
        common |= {h for h, count in owners.items() if count > SHARED_BY_MANY}
        for student, code in answers.items():
            own = _fingerprint(code.get(name, ""), common)
            if own.hashes:
                prints[student][name] = own
    return prints


def _fingerprint(code: str, without: Iterable[int] = ()) -> Any:
    """copydetect's fingerprint of every passage of a code; a window of one leaves none out, so
    that two runs find the same."""
    from copydetect import CodeFingerprint  # imports pyplot, which costs a second

    known, read = list(without), StringIO(code[:LONGEST_CODE])
    return CodeFingerprint("answer.py", PASSAGE, 1, known, language="python", fp=read)


def _compare(first: str, second: str, a: dict[str, Any], b: dict[str, Any]) -> SimilarPair | None:
    from copydetect import compare_files

    common: dict[str, tuple[float, float]] = {}
    for name in a.keys() & b.keys():
        if not a[name].hashes.isdisjoint(b[name].hashes):
            _, shares, _ = compare_files(a[name], b[name])
            both = zip(shares, (a[name], b[name]), strict=True)
            common[name] = tuple(float(share * side.token_coverage) for share, side in both)
    totals = [math.fsum(side.token_coverage for side in own.values()) for own in (a, b)]
    overlaps = [math.fsum(both[side] for both in common.values()) for side in (0, 1)]
    if min(overlaps) < LEAST_OWN:  # so none of what is divided by below is 0
        return None
    # Where passages with a gap overlap, copydetect counts the gap in: a share is at most one.
    shares = tuple(min(1.0, part / total) for part, total in zip(overlaps, totals, strict=True))
    if min(shares) < LEAST_SHARE:
        return None
    where = sorted(common, key=lambda name: (-min(common[name]), name))
    return SimilarPair((first, second), shares, round(min(overlaps)), tuple(where))
