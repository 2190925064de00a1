"""The benchmark's own logic, without running a grader or measuring anything."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from conftest import REPOSITORY

sys.path.append(str(REPOSITORY.root))  # the benchmark is not installed

from bench.bare import all_cells, examined_cells
from bench.contestants import Grading
from bench.measure import CommandFailed, Measured, descendants, parse_pss, run
from bench.otter_grader import otter_scores, test_files, translate
from bench.plot import draw
from bench.results import (
    ALL,
    BARE,
    BARE_ALL,
    LARGER,
    NBGRADER,
    ONE,
    Difference,
    Row,
    differences,
    growth,
    row_of,
    steady_seconds,
    targets,
)
from bench.submissions import is_right, make_class
from course.audit.variants import load_variants

LESSON = "02-neurons"
test_files.__test__ = False  # a function of the benchmark, no test of pytest's


@pytest.fixture
def small_class(notebook_of: Callable) -> dict[str, nbformat.NotebookNode]:
    return _class(notebook_of(LESSON), 6)


def _class(source: nbformat.NotebookNode, size: int, seed: int = 0) -> dict:
    release = nbformat.read(REPOSITORY.release(LESSON), as_version=4)
    variants = load_variants(REPOSITORY.root / "tests" / "variants" / LESSON)
    return make_class(release, source, variants, size, seed)


def _answers(notebook: nbformat.NotebookNode) -> dict[str, str]:
    cells = (c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("solution"))
    return {cell.metadata.nbgrader.grade_id: cell.source for cell in cells}


def test_a_class_is_the_same_for_the_same_seed_and_begins_like_a_smaller_one(
    notebook_of: Callable,
) -> None:
    source = notebook_of(LESSON)
    assert _class(source, 6) == _class(source, 6)
    assert list(_class(source, 6).items())[:3] == list(_class(source, 3).items())
    assert _class(source, 6) != _class(source, 6, seed=1)


def test_a_class_has_right_mixed_and_wrong_answers(
    small_class: dict, notebook_of: Callable
) -> None:
    variants = load_variants(REPOSITORY.root / "tests" / "variants" / LESSON)
    wrong = {(v.exercise, v.code) for v in variants if v.expect == "fail"}
    released = _answers(nbformat.read(REPOSITORY.release(LESSON), as_version=4))
    bad = {
        student: [
            (name, text) in wrong or text == released[name]
            for name, text in _answers(notebook).items()
        ]
        for student, notebook in small_class.items()
    }
    assert [name for name in small_class if is_right(name)] == ["s0000-right", "s0003-right"]
    assert not any(bad["s0000-right"]) and not any(bad["s0003-right"])
    assert all(bad["s0002-wrong"]) and all(bad["s0005-wrong"])
    assert 0 < sum(bad["s0001-mixed"]) < len(bad["s0001-mixed"])


def test_a_class_changes_answers_alone(small_class: dict) -> None:
    released = nbformat.read(REPOSITORY.release(LESSON), as_version=4)
    for notebook in small_class.values():
        assert len(notebook.cells) == len(released.cells)
        for cell, original in zip(notebook.cells, released.cells, strict=True):
            if not cell.metadata.get("nbgrader", {}).get("solution"):
                assert cell == original


def test_no_submission_holds_a_solution_mark(small_class: dict) -> None:
    for notebook in small_class.values():
        assert "BEGIN SOLUTION" not in nbformat.writes(notebook)


def test_steady_seconds_leaves_the_first_of_each_worker_out() -> None:
    assert steady_seconds([10.0, 12.0, 14.0, 16.0], workers=1) == 2
    assert steady_seconds([10.0, 10.0, 12.0, 12.0, 14.0], workers=2) == pytest.approx(4 / 3)
    assert steady_seconds([10.0], workers=1) is None
    assert steady_seconds([10.0, 11.0], workers=2) is None
    assert steady_seconds([], workers=1) is None


def test_growth_shows_where_a_run_became_slower() -> None:
    finished = [float(second) for second in range(11)] + [10.0 + 3 * step for step in range(1, 11)]
    assert growth(finished, workers=1, parts=2) == [1, 3]
    assert growth(finished, workers=1, parts=4) == [1, 1, 3, 3]
    assert growth([1.0, 2.0, 4.0], workers=1) == [1, 2]
    assert growth([1.0], workers=1) == []


def test_differences_name_student_test_and_remark() -> None:
    ours = {"ada": {"a": 1.0, "b": 0.0}, "alan": {"a": 1.0}}
    theirs = {"ada": {"a": 0.0, "b": 0.0}}
    assert differences(ours, theirs, {"ada": {"a": "stderr"}}) == [
        Difference("ada", "a", 1.0, 0.0, "stderr"),
        Difference("alan", "a", 1.0, None, ""),
    ]
    assert differences(ours, ours) == []


def _grading(wall: float, seconds: float, size: int, mib: float) -> Grading:
    finished = tuple(wall - seconds * number for number in reversed(range(size)))
    return Grading(Measured(0.0, wall, wall, int(mib * 2**20), 9, 0), finished, {}, {})


def _rows(**of: tuple[float, float, float]) -> dict[str, Row]:
    names = {
        **{"stock": NBGRADER, "one": ONE, "all": ALL, "larger": LARGER},
        **{"bare": BARE, "whole": BARE_ALL},
    }
    workers = {"all": 2, "larger": 2}
    return {
        names[key]: row_of(names[key], workers.get(key, 1), 10, _grading(wall, each, 10, mib))
        for key, (wall, each, mib) in of.items()
    }


def test_targets_that_are_met_and_missed() -> None:
    rows = _rows(
        stock=(400.0, 40.0, 900),
        one=(30.0, 2.0, 1000),
        all=(20.0, 1.0, 1150),
        bare=(20.0, 1.6, 700),
        whole=(30.0, 2.5, 700),
    )
    found = targets(rows, 2, {10: [1.0] * 9, 1000: [1.0] * 8 + [2.0] * 2})
    assert [target.value for target in found] == [
        pytest.approx(value) for value in (40, 20, 0.8, 1.25, 150, 2)
    ]
    assert [target.verdict for target in found] == [*["met"] * 5, "MISSED"]
    worse = _rows(
        stock=(40.0, 4.0, 900),
        one=(30.0, 2.0, 1000),
        all=(20.0, 1.0, 1900),
        bare=(20.0, 1.0, 700),
        whole=(20.0, 1.0, 700),
    )
    missed = targets(worse, 2, {10: [1.0] * 9})
    assert [target.verdict for target in missed] == [*["MISSED"] * 5, "met"]


def test_speed_is_of_the_larger_class_and_memory_of_the_same_submissions() -> None:
    few = {"stock": (400.0, 40.0, 900), "one": (30.0, 2.0, 1000), "all": (20.0, 1.0, 1150)}
    values = [target.value for target in targets(_rows(**few, larger=(10.0, 0.5, 1900)), 2, {})]
    assert values[:4] == [pytest.approx(80), pytest.approx(40), None, None]
    assert values[4] == pytest.approx(150)


def test_memory_that_may_not_be_read_is_not_measured() -> None:
    rows = _rows(one=(30.0, 2.0, 1000), all=(20.0, 1.0, 1150))
    rows[ALL] = replace(rows[ALL], hidden=1)
    further = targets(rows, 2, {})[4]
    assert "MiB" in further.what and further.verdict == "not measured"


def test_start_up_is_what_the_steady_rate_does_not_explain() -> None:
    row = _rows(one=(30.0, 2.0, 1000))[ONE]
    assert row.start_up == pytest.approx(30 - 10 * 2)


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    assert {target.verdict for target in targets({}, 2, {})} == {"not measured"}
    rows = _rows(one=(30.0, 2.0, 1000))
    assert {target.verdict for target in targets(rows, 2, {})} == {"not measured"}


def test_descendants_are_found_at_any_depth_and_no_others() -> None:
    assert descendants({2: 1, 3: 2, 4: 3, 5: 1, 9: 8}, 2) == [3, 4]
    assert descendants({2: 1}, 2) == []


def test_the_proportional_set_size_is_read_in_bytes() -> None:
    text = "55d0-7ffe ---p 0 00:00 0 [rollup]\nRss:  900 kB\nPss:  123 kB\nPss_Anon:  100 kB\n"
    assert parse_pss(text) == 123 * 1024
    with pytest.raises(ValueError, match="Pss"):
        parse_pss("Rss: 900 kB\n")


def test_a_command_that_fails_says_where_its_output_stands(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    with pytest.raises(CommandFailed, match=r"left with 3; see .*log\.txt"):
        run(["sh", "-c", "echo broken; exit 3"], tmp_path, log, {"PATH": "/usr/bin:/bin"})
    assert log.read_text() == "broken\n"
    done = run(["sh", "-c", "exit 3"], tmp_path, log, {"PATH": "/usr/bin:/bin"}, accept=True)
    assert done.wall == done.ended - done.started >= 0


def test_the_same_tests_reach_otter(notebook_of: Callable, small_class: dict) -> None:
    source = notebook_of(LESSON)
    files = test_files(source)
    tests = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in source.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    assert files.keys() == tests.keys() and tests
    for name, text in files.items():
        compile(text, name, "exec")
        assert repr(tests[name]) in text
    for notebook in small_class.values():
        cells = translate(notebook).cells
        called = [cell.source for cell in cells if cell.source.startswith("grader.check(")]
        assert called == [f"grader.check({name!r})" for name in tests]
        assert not any("check.visible" in cell.source for cell in cells)


def test_otters_entry_without_a_score_is_left_out() -> None:
    results = {"tests": [{"name": "Public Tests", "output": ""}, {"name": "a", "score": 1}]}
    assert otter_scores(json.dumps(results)) == {"a": 1.0}


def test_bare_cells_run_every_test_once_behind_the_answers(
    notebook_of: Callable, small_class: dict
) -> None:
    source = notebook_of(LESSON)
    content = nbformat.writes(small_class["s0000-right"]).encode()
    tests = list(test_files(source))
    whole, examined = all_cells(content, source), examined_cells(content, source)
    for cells in (whole, examined):
        assert [cell["test"] for cell in cells if cell["test"]] == tests
    position = {cell["test"] or cell["source"]: number for number, cell in enumerate(examined)}
    for name, answer in _answers(small_class["s0000-right"]).items():
        own = [test for test in tests if test.partition("-")[0] == name]
        assert own and all(position[answer] < position[test] for test in own)
    assert {cell["source"] for cell in examined if not cell["test"]} - {""} <= {
        cell["source"] for cell in whole
    }


def test_the_picture_is_drawn(tmp_path: Path) -> None:
    rows = _rows(stock=(400.0, 40.0, 900), one=(30.0, 2.0, 1000))
    draw(rows, {10: [1.0, 1.1], 100: [1.0] * 10}, "a lesson", "another", tmp_path / "bench.png")
    assert (tmp_path / "bench.png").read_bytes().startswith(b"\x89PNG")
