"""Every limit is broken once: the student reads which, how much and in which cell; no more is lost.

All submissions are graded by one warm parent, and each is followed by an honest one.
"""

import re

import nbformat
import pytest
from conftest import REPOSITORY

from course.grading.jail import Limits, find_bwrap
from course.grading.jail.limits import MEBIBYTE
from course.grading.rooms import WarmParent, make_job

pytestmark = pytest.mark.skipif(find_bwrap() is None, reason="limits need a jail")

LIMITS = Limits(
    cell_seconds=2,
    submission_seconds=20,
    memory_bytes=500 * MEBIBYTE,
    processes=24,
    file_bytes=1 * MEBIBYTE,
    disk_bytes=4 * MEBIBYTE,
    output_bytes=4096,
)
FIRST, LAST = "def first(): return 1", "def last(): return 3"


def cell(source, grade_id=None, **mark):
    made = nbformat.v4.new_code_cell(source)
    if grade_id:
        made.metadata["nbgrader"] = {"grade_id": grade_id, "grade": False, **mark}
    return made


def notebook(middle, *own):
    """Three answers with a test each; own cells stand behind the first test."""
    setup = cell("from course import check", "setup", solution=False)
    setup.metadata["tags"] = ["setup"]
    cells = [setup]
    for number, (name, code) in enumerate([("first", FIRST), ("middle", middle), ("last", LAST)]):
        cells += map(cell, own if name == "middle" else ())
        cells.append(cell(code, name, solution=True))
        test = f"check.equal({name}(), {number + 1}, '{name}()')"
        cells.append(cell(test, f"{name}-value", grade=True, solution=False))
    return nbformat.v4.new_notebook(cells=cells)


SOURCE = notebook("def middle(): return 2")


@pytest.fixture(scope="module")
def parent():
    with WarmParent(LIMITS, hidden=[REPOSITORY.root]) as parent:
        yield parent


@pytest.fixture
def grade(parent):
    """Grade a submission: its verdicts and its cells."""

    def grade(middle, *own, limits=None):
        job = make_job(notebook(middle, *own), SOURCE)
        examined = parent.grade(job, limits)
        verdicts = {verdict.grade_id.split("-")[0]: verdict for verdict in examined.verdicts}
        return verdicts, {cell.index: cell for cell in examined.cells}

    yield grade
    verdicts, cells = grade("def middle(): return 2", "print('hello')")
    assert all(verdict.passed for verdict in verdicts.values()), verdicts
    assert cells[3].text == "hello\n" and not any(cell.error_name for cell in cells.values())


OWN = 3  # the index of the first own cell

# What a cell does, and the sentence about it; all that the notebook defines below is there.
HELD_BY_THE_CELL = {
    "a cell that never ends": (
        "while True:\n    try:\n        x = 1\n    except Exception:\n        pass",
        "TimeLimit",
        "code cell 3 was stopped, since a cell may take no longer than 2 s",
    ),
    "sleep": (
        "import time\ntime.sleep(1000)",
        "TimeLimit",
        "code cell 3 was stopped, since a cell may take no longer than 2 s",
    ),
    "a large file": (
        "with open('large', 'wb') as file:\n    file.write(bytes(2 * 2**20))",
        "FileLimit",
        "code cell 3 wrote a file larger than 1 MiB",
    ),
    "many files": (
        "for number in range(6):\n    open(str(number), 'wb').write(bytes(900_000))",
        "DiskLimit",
        "code cell 3 wrote more than the 4 MiB that all its files may take",
    ),
    "threads": (
        "import threading, time\n"
        "for _ in range(50):\n"
        "    threading.Thread(target=time.sleep, args=(9,), daemon=True).start()",
        "ProcessLimit",
        "code cell 3 started more than 24 processes and threads",
    ),
    "forks": (
        "import os, time\nfor _ in range(50):\n    if not os.fork(): time.sleep(9), os._exit(0)",
        "ProcessLimit",
        "code cell 3 started more than 24 processes and threads",
    ),
}


@pytest.mark.parametrize("code, name, sentence", HELD_BY_THE_CELL.values(), ids=HELD_BY_THE_CELL)
def test_a_limit_that_ends_one_cell_costs_that_cell_alone(grade, code, name, sentence):
    verdicts, cells = grade("def middle(): return done", f"{code}\ndone = 2")
    assert (cells[OWN].error_name, cells[OWN].error_text) == (name, sentence)
    assert verdicts["first"].passed and verdicts["last"].passed
    assert not verdicts["middle"].passed


# What ends the whole room; the names that it was to define are gone.
HELD_BY_THE_ROOM = {
    "a loop that catches everything": (
        "import time\nwhile True:\n    try: time.sleep(1)\n    except BaseException: pass",
        "TimeLimit",
        "code cell 3 was stopped, since a cell may take no longer than 2 s",
    ),
    "a loop that switches its alarm off": (
        "import signal\nsignal.setitimer(signal.ITIMER_REAL, 0)\n"
        "for number in range(1, 32):\n"
        "    if number not in (9, 19): signal.signal(number, signal.SIG_IGN)\n"
        "while True: pass",
        "TimeLimit",
        "code cell 3 was stopped, since a cell may take no longer than 2 s",
    ),
    "memory": (
        "held = []\nfor _ in range(200):\n    held.append(bytearray(b'x' * 10_000_000))",
        "MemoryLimit",
        "code cell 3 held more than 500 MiB of memory",
    ),
    "an exit": (
        "import os\nprint('so far')\nos._exit(7)",
        "Crash",
        "code cell 3 left Python with exit code 7",
    ),
    "a crash": (
        "import ctypes\nctypes.string_at(0)",
        "Crash",
        "code cell 3 made Python crash with signal SIGSEGV",
    ),
}


@pytest.mark.parametrize("code, name, sentence", HELD_BY_THE_ROOM.values(), ids=HELD_BY_THE_ROOM)
def test_a_limit_that_ends_the_room_keeps_the_points_earned_before(grade, code, name, sentence):
    verdicts, cells = grade("def middle(): return 2", code, "print('below')")
    assert (cells[OWN].error_name, cells[OWN].error_text) == (name, sentence)
    assert sorted(cells) == [0, 1, OWN]
    assert verdicts["first"].passed
    for lost in (verdicts["middle"], verdicts["last"]):
        assert not lost.passed and sentence in lost.message


def test_what_was_printed_before_a_crash_is_kept(grade):
    _, cells = grade("x", "import os\nprint('so far')\nos._exit(7)")
    assert cells[OWN].text == "so far\n"


def test_an_endless_function_costs_its_time_at_most_twice(grade):
    middle = "def middle():\n    while True: pass"
    verdicts, cells = grade(middle, "def loop():\n    while True: pass", *["loop()"] * 4)
    assert verdicts["first"].passed and not verdicts["last"].passed
    errors = {number: cell.error_name for number, cell in cells.items() if cell.error_name}
    assert errors == {OWN + 1: "TimeLimit", OWN + 2: "TimeLimit"} and max(cells) == OWN + 2


# What answers for ever, whether its room can go on afterwards, and where it was stopped.
ENDLESS_ANSWERS = {
    "one long call": ("def middle():\n    while True: pass", True, "line 2 of the cell middle"),
    "a sleep": (
        "import time\ndef middle():\n    time.sleep(99)",
        True,
        "line 3 of the cell middle",
    ),
    "many short calls": (
        "import time\nclass Slow:\n"
        "    def __iter__(self): return self\n"
        "    def __next__(self): time.sleep(0.2); return 2\n"
        "def middle(): return Slow()",
        True,
        "line 4 of the cell middle",
    ),
    "everything caught": (
        "import time\ndef middle():\n    while True:\n"
        "        try: time.sleep(1)\n        except BaseException: pass",
        False,
        "",
    ),
    "signals ignored": (
        "def middle():\n    import signal\n    signal.pthread_sigmask("
        "signal.SIG_BLOCK, range(1, 32))\n    while True: pass",
        False,
        "",
    ),
}


@pytest.mark.parametrize("middle, goes_on, where", ENDLESS_ANSWERS.values(), ids=ENDLESS_ANSWERS)
def test_answers_to_one_test_have_a_cells_time_together(parent, grade, middle, goes_on, where):
    source = notebook("def middle(): return 2")
    for test in source.cells:
        if test.source.startswith("check.equal(middle()"):
            test.source = "value = middle()\nfor number in value: pass"
    verdicts = parent.grade(make_job(notebook(middle), source)).verdicts
    assert [verdict.passed for verdict in verdicts] == [True, False, goes_on]
    assert "longer than 2 s" in verdicts[1].message and where in verdicts[1].message


def test_an_endless_callback_of_a_test_is_stopped_too(parent, grade):
    source = notebook("def middle(): return 2")
    for test in source.cells:
        if test.source.startswith("check.equal(middle()"):
            test.source = "middle(lambda: middle(None))"
    middle = "def middle(call):\n    while call is None: pass\n    call()"
    verdicts = parent.grade(make_job(notebook(middle), source)).verdicts
    assert verdicts[0].passed and "longer than 2 s" in verdicts[1].message


def test_a_callback_that_takes_long_is_no_endless_answer(parent, grade):
    source = notebook("def middle(): return 2")
    for test in source.cells:
        if test.source.startswith("check.equal(middle()"):
            test.source = (
                "import time\nfor _ in range(3):\n"
                "    check.equal(middle(lambda: time.sleep(0.2) or 5), 5, 'middle')"
            )
    verdicts = parent.grade(make_job(notebook("def middle(call): return call()"), source)).verdicts
    assert all(verdict.passed for verdict in verdicts), verdicts


def test_a_submission_has_a_time_of_its_own(grade):
    limits = Limits(**{**vars(LIMITS), "submission_seconds": 2})
    verdicts, cells = grade(
        "def middle(): return 2", *["import time\ntime.sleep(1)"] * 4, limits=limits
    )
    said = verdicts["middle"].message
    assert re.fullmatch(
        r"code cell \d was stopped, since all of a notebook may take no longer than 2 s", said
    )
    assert verdicts["first"].passed and verdicts["last"].message == said
    last = max(cells)
    assert (cells[last].error_name, cells[last].error_text) == ("TimeLimit", said)


def test_printed_output_is_cut_as_it_streams(grade):
    verdicts, cells = grade(
        "def middle(): return 2", "print('a' * 3000)", "while True: print('b' * 100)", "'c' * 50"
    )
    first, second, third = (cells[OWN + number] for number in range(3))
    assert first.text == "a" * 3000 + "\n" and not first.cut
    assert second.cut and second.text.count("b") < 4096 - 3000
    assert second.text.endswith("[cut here: the notebook has printed more than 4 KiB]")
    assert second.error_name == "TimeLimit"
    assert third.cut and "c" not in third.text.partition("[")[0]
    assert all(verdict.passed for verdict in verdicts.values())


FORGED = {
    "a flood": "while True: write(b'x' * 60000)",
    "records without end": "while True: write(struct.pack('=cII', b'T', 2, 4) + b'yyyy')",
    "a pipe held open": "import os\nif not os.fork():\n    os.setsid()\n    time.sleep(1000)",
}
FIND_PIPES = """
import os, struct, time, stat
def write(data):
    for fd in pipes:
        try: os.write(fd, data)
        except OSError: os._exit(0)
pipes = [fd for fd in map(int, os.listdir('/proc/self/fd'))
         if fd > 2 and stat.S_ISFIFO(os.stat(f'/proc/self/fd/{fd}').st_mode)]
"""


@pytest.mark.parametrize("code", FORGED.values(), ids=FORGED)
def test_a_room_that_floods_its_reports_spoils_only_its_own(grade, code):
    verdicts, _ = grade("def middle(): return 2", FIND_PIPES + code)
    assert verdicts["first"].passed
    assert not any("all of a notebook" in verdict.message for verdict in verdicts.values())
