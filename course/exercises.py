"""The naming rule that ties cells to exercises: the test cell ``relu-values`` tests ``relu``."""

from __future__ import annotations


def exercise_of(grade_id: str) -> str:
    """The exercise that a cell belongs to: what stands before the first hyphen of its grade_id."""
    return grade_id.partition("-")[0]
