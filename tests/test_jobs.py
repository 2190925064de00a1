"""What the rooms are given to do: which cells run, which files travel, and jobs as plain bytes.

No process is started here.
"""

import json

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.grading.rooms import CellOutcome, Examined, Job, Verdict, make_job
from course.grading.rooms.outcomes import Collector, Reporter
from course.grading.rooms.parcels import lay_out, pack_files, unpack_files, within
from course.grading.rooms.slicing import needed

ANSWER = "def answer(x):\n    return scale * x"

# Each row: what is shown in the lesson, what stands in a cell that has to run, whether the first
# runs, and why.
SLICES = [
    ("scale = 2", ANSWER, True, "binds a name that a function's body reads"),
    ("other = 2", ANSWER, False, "binds a name that nobody reads"),
    ("print(answer(3))", ANSWER, False, "only shows"),
    ("def scale(): ...", ANSWER, True, "def binds"),
    ("class scale: ...", ANSWER, True, "class binds"),
    ("import numpy as scale", ANSWER, True, "import binds"),
    ("from numpy import pi as scale", ANSWER, True, "import from binds"),
    ("for scale in range(3): pass", ANSWER, True, "for binds"),
    ("with open('f') as scale: pass", ANSWER, True, "with binds"),
    ("print(scale := 3)", ANSWER, True, "a walrus binds"),
    ("if True:\n    (a, [scale, *b]) = 1, [2]", ANSWER, True, "a pattern in a block binds"),
    ("try: pass\nexcept OSError as scale: pass", ANSWER, True, "except binds"),
    ("match 1:\n    case scale: pass", ANSWER, True, "case binds"),
    ("def f():\n    global scale\n    scale = 3\nf()", ANSWER, True, "global binds"),
    ("def f():\n    scale = 3\nf()", ANSWER, False, "a local variable is another"),
    ("[scale for scale in range(3)]", ANSWER, False, "so is that of a comprehension"),
    ("scale += 1", ANSWER, True, "an augmented assignment changes"),
    ("del scale", ANSWER, True, "del changes"),
    ("a = 1", "a = 2\nprint(a)", False, "the cell gives itself the value that it reads"),
    ("a = 1", "print(a)\na = 2", True, "it reads before"),
    ("a = 1", "a += 1", True, "an augmented assignment reads"),
    ("a = 1", "if f():\n    a = 2\nprint(a)", True, "it gives itself the value only sometimes"),
    ("a = 1", "a = 2\ndef f(): return a", True, "a function may be called after a is bound again"),
    ("a = 1", "print([a for _ in range(3)])", True, "a comprehension reads"),
    ("a = 1", "print([a for a in range(3)])", False, "its own variable is another"),
    ("a = 1", "class C:\n    b = a", True, "a class reads"),
    ("a = 1", "def f(b=a): ...", True, "a default reads"),
    ("a = 1", "def f(a): return a", False, "a parameter is another"),
    ("a = 1", "def f():\n    def g(): return a\n    return g", True, "an inner function reads"),
    ("a = 1", "print(f'{a:.2f}')", True, "an f-string reads"),
    ("a.b = 1", "a = []\nprint(a)", False, "changed before it is bound"),
    ("a.b = 1", "print(a)", True, "an attribute is stored"),
    ("a[0] = 1", "print(a)", True, "an element is stored"),
    ("a.b[0].c = 1", "print(a)", True, "a part of a part is stored"),
    ("del a[0]", "print(a)", True, "an element is deleted"),
    ("a.append(1)", "print(a)", True, "a method changes its object"),
    ("history = a.fit()", "print(a)", True, "also where its result is used"),
    ("a.layers[0].freeze()", "print(a)", True, "a method of a part"),
    ("shuffle(a)", "print(a)", True, "a function may change what it is given"),
    ("losses = train([a], 3)", "print(a)", True, "also in a list"),
    ("def shuffle(x): ...", "shuffle(a)", True, "a definition that is called"),
    ("print(a, len(a))", "print(a)", False, "what is built in and shows does not"),
    ("import numpy as np\nnp.random.shuffle(a)", "print(a)", True, "a library's, for its effect"),
    ("import numpy as np\nb = np.mean(a)", "print(a)", False, "a library's, for its result"),
    ("import matplotlib.pyplot as plt\nplt.plot(a)", "print(a)", False, "one that draws"),
    ("np.random.seed(0)", "import numpy as np\nprint(np)", False, "a module is not changed"),
    ("b = a", "b.append(1)\nprint(a)", True, "another name of the same object"),
    ("model.save('m.keras')", "print(open('m.keras'))", True, "writes a file that is read"),
    ("%matplotlib inline", "print(1)", False, "a magic that touches no name"),
    ("%matplotlib inline\na = 1", "print(a)", True, "such a magic, and a name"),
    ("%time a = 1", "print(1)", True, "a magic that may do anything"),
    ("b = 1", "globals()['b']", True, "reads names by their text"),
    ("b = 1", "eval('b')", True, "eval"),
    ("b = 1", "from os import *", True, "import *"),
    ("b = 1", "import __main__", True, "the namespace as a module"),
    ("b = 1", "get_ipython().user_ns", True, "IPython's namespace"),
    ("b = 1", "%run other.py", True, "a magic that may read anything"),
    ("b = 1", "!echo $b", True, "a shell command that reads a variable"),
    ("b = 1", "table.query('x > @b')", True, "pandas reads a variable named in a text"),
    ("b = 1", "def broken(:", False, "what does not parse reads nothing"),
    ("b = 1", "b?", True, "what IPython alone can read"),
]


@pytest.mark.parametrize("shown, fixed, runs, why", SLICES, ids=[row[3] for row in SLICES])
def test_a_shown_cell_runs_only_where_it_is_needed(shown, fixed, runs, why):
    keep = needed(["a, model, table = [], [], []", shown, fixed], [False, True, False])
    assert keep == [True, runs, True]


def test_what_a_needed_cell_needs_runs_too():
    sources = ["a = 1", "b = a", "c = 3", "d = b", "def f(): return d"]
    assert needed(sources, [True] * 4 + [False]) == [True, True, False, True, True]


def test_a_cell_below_may_be_needed_by_a_function_above():
    assert needed(["def f(): return a", "a = 1", "b = 2"], [False, True, True]) == [
        True,
        True,
        False,
    ]


def test_before_code_that_may_read_anything_everything_runs_and_behind_it_only_what_is_needed():
    sources = ["a = 1", "b = 2", "globals()", "c = 3"]
    assert needed(sources, [True, True, False, True]) == [True, True, True, False]


@given(st.lists(st.sampled_from([row[0] for row in SLICES]), max_size=6), st.data())
def test_asking_again_with_what_was_kept_changes_nothing(sources, data):
    optional = [data.draw(st.booleans()) for _ in sources]
    keep = needed(sources, optional)
    assert all(kept or is_optional for kept, is_optional in zip(keep, optional, strict=True))
    assert needed(sources, [not kept for kept in keep]) == keep
    # What needs more cells to run keeps at least as many.
    assert all(map(int.__ge__, needed(sources, [False] * len(sources)), keep))


@given(st.text())
def test_any_text_at_all_may_stand_in_a_cell(source):
    assert needed([source, "a = 1"], [False, True])[0]


def notebook(*cells):
    made = nbformat.v4.new_notebook()
    for source, grade_id, *mark in cells:
        cell = nbformat.v4.new_code_cell(source)
        if grade_id:
            flags = {"grade": "grade" in mark, "solution": "solution" in mark}
            cell.metadata["nbgrader"] = {"grade_id": grade_id, **flags}
        if "setup" in mark:
            cell.metadata["tags"] = ["setup"]
        made.cells.append(cell)
    return made


SOURCE = notebook(
    ("import numpy", "setup", "setup"),
    ("print('shown')", None),
    ("def f(): return a", "f", "solution"),
    ("a = 1", None),
    ("assert f() == 1", "f-value", "grade"),
)


def test_the_students_own_and_changed_cells_run_and_the_lessons_only_where_needed():
    submission = notebook(
        ("import numpy", "setup", "setup"),
        ("print('shown')", None),
        ("print('changed')", None),
        ("def f(): return a", "f", "solution"),
        ("a = 1\n", None),
        ("assert f() == 1", "f-value", "grade"),
        ("print('own')", None),
    )
    job = make_job(submission, SOURCE)
    assert [cell["index"] for cell in json.loads(job.student)] == [0, 2, 3, 4, 6]
    labels = [cell["label"] for cell in json.loads(job.student)]
    assert labels == ["the cell setup", "code cell 3", "the cell f", "code cell 5", "code cell 6"]
    test = [step for step in json.loads(job.examiner)["steps"] if step["id"] == "f-value"]
    assert [step["after"] for step in test] == [4]


def test_no_test_is_among_the_students_cells_and_no_solution_among_the_examiners():
    job = make_job(SOURCE, SOURCE)
    assert b"assert" not in job.student and b"return a" not in job.examiner
    assert job.tests == ("f-value",)


def test_files_keep_relative_names_and_no_notebook_travels():
    names = ["helpers.py", "data/table.csv", "./again.txt", "/etc/passwd", "../up", "a/../../b"]
    names += ["other.ipynb", "OTHER.IPYNB", "", ".", "nul\0", "half\ud800", "n" * 2000]
    job = make_job(SOURCE, SOURCE, files=[(name, b"x") for name in names])
    assert [name for name, _ in job.files] == ["again.txt", "data/table.csv", "helpers.py"]


def test_files_beyond_the_limits_stay_behind():
    files = (("a", b"12"), ("b", b"1234"), ("c", b"123"), ("d", b"1"))
    assert [name for name, _ in within(files, file_bytes=3, disk_bytes=5)] == ["a", "c"]


def test_files_are_laid_out_as_far_as_they_can_be(tmp_path):
    lay_out((("a", b"1"), ("a/b", b"2"), ("c/d", b"3")), tmp_path)
    assert (tmp_path / "a").read_bytes() == b"1" and (tmp_path / "c" / "d").read_bytes() == b"3"


FILES = st.lists(st.tuples(st.text(), st.binary()), max_size=3).map(tuple)


@given(st.binary(), st.binary(), st.lists(st.text(), max_size=3), FILES, FILES)
def test_a_job_comes_back_from_its_bytes(student, examiner, tests, files, materials):
    job = Job(student, examiner, tuple(tests), files, materials)
    assert Job.from_bytes(job.to_bytes()) == job
    assert unpack_files(pack_files(files)) == files


OUTCOMES = st.builds(CellOutcome, st.integers(0), st.text(), st.text(), st.text(), st.booleans())
VERDICTS = st.builds(Verdict, st.text(), st.booleans(), st.text())


@given(st.lists(VERDICTS, max_size=3), st.lists(OUTCOMES, max_size=3))
def test_a_result_comes_back_from_its_bytes(verdicts, cells):
    examined = Examined(tuple(verdicts), tuple(cells))
    assert Examined.from_bytes(examined.to_bytes()) == examined


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b'{"verdicts": 1, "cells": []}',
        b'{"verdicts": [{"grade_id": "a", "passed": 1, "message": ""}], "cells": []}',
        b'{"verdicts": [], "cells": [{"index": true, "text": "", "error_name": "",'
        b' "error_text": "", "cut": false}]}',
        b'{"header": {"tests": [], "files": [], "materials": []}, "lengths": [1, 1]}\nx',
        b'{"header": {"tests": [1], "files": [], "materials": []}, "lengths": [0, 0]}\n',
        b'{"header": {"tests": [], "files": ["a"], "materials": []}, "lengths": [0, 0]}\n',
        b'{"header": {"tests": [], "files": [], "materials": []}, "lengths": [-1, 1]}\n',
    ],
)
def test_other_bytes_are_no_job_and_no_result(content):
    with pytest.raises(ValueError):
        Examined.from_bytes(content)
    with pytest.raises(ValueError):
        Job.from_bytes(content)


@pytest.fixture
def sent(monkeypatch):
    """What a room has reported."""
    sent = bytearray()
    monkeypatch.setattr("os.write", lambda fd, data: sent.extend(data) or len(data))
    return sent


def test_reports_arrive_whole_in_pieces_of_any_size(sent):
    reporter = Reporter(3, limit=100)
    reporter.write("before any cell")
    reporter.begin(0)
    reporter.write("0.5 ± ")
    reporter.write("0.1\n")
    reporter.end()
    reporter.write("between cells")
    reporter.begin(1)
    reporter.end("ValueError", "no\nsuch thing")
    reporter.begin(2)
    reporter.write("half a line\n")
    for size in (1, 7, 1000):
        collector = Collector([10, 12, 15], limit=100)
        pieces = [sent[at : at + size] for at in range(0, len(sent), size)]
        assert all([collector.feed(bytes(piece)) for piece in pieces])
        assert collector.outcomes(("Crash", "it crashed")) == (
            CellOutcome(10, "0.5 ± 0.1\n"),
            CellOutcome(12, "", "ValueError", "no\nsuch thing"),
            CellOutcome(15, "half a line\n", "Crash", "it crashed"),
        )


def test_what_is_printed_beyond_the_limit_is_cut_at_both_ends(sent):
    reporter = Reporter(3, limit=10**9)  # a room that holds no limit
    for cell in range(3):
        reporter.begin(cell)
        reporter.write("x" * 600)
        reporter.end()
    collector = Collector([0, 1, 2], limit=1024)
    assert collector.feed(bytes(sent))
    cells = collector.outcomes()
    assert [cell.cut for cell in cells] == [False, True, True]
    assert cells[0].text == "x" * 600
    assert cells[1].text.startswith("x" * 424) and not cells[1].text.startswith("x" * 425)
    assert "more than 1 KiB" in cells[1].text and len(cells[2].text) < 100
    sent.clear()
    reporter = Reporter(3, limit=1024)
    reporter.begin(0)
    for _ in range(100_000):
        reporter.write("y" * 100)
    assert len(sent) < 6000


@given(st.lists(st.binary(max_size=200)))
def test_a_forged_report_is_bounded_and_breaks_nothing(pieces):
    collector = Collector([3, 4], limit=50)
    for piece in pieces:
        if not collector.feed(piece):
            break
    cells = collector.outcomes()
    assert {cell.index for cell in cells} <= {3, 4}
    assert all(len(cell.text) < 200 and len(cell.error_text) <= 1000 for cell in cells)
