"""The two rooms judge as one process would, and a submission that cheats or crashes gains nothing.

All submissions of this module are graded by one warm parent, so that state left behind would show.
"""

import contextlib
import copy
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import nbformat
import pytest
from conftest import LESSONS, REPOSITORY

from course.audit.variants import load_variants
from course.exercises import exercise_of
from course.grading.jail import Limits, find_bwrap
from course.grading.rooms import Job, RoomError, WarmParent, make_job
from course.grading.submission import read_submission, restore

VARIANTS = REPOSITORY.root / "tests" / "variants"
LIMITS = Limits(cell_seconds=30, submission_seconds=240)
SETUP = "import numpy as np\nfrom course import check"
ANSWER = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION\n"
TESTS = {
    "double-whole": "check.equal(double(2), 4, 'double(2)')",
    "double-array": "check.close(double(np.array([1.0, 31.0])), [2, 62]); 'the hidden secret 4711'",
}


@pytest.fixture(scope="module")
def parent():
    jail = find_bwrap() is not None
    with WarmParent(LIMITS, jail=jail, hidden=[REPOSITORY.root]) as parent:
        yield parent


def source_of(lesson):
    return nbformat.read(REPOSITORY.source(lesson), as_version=4)


def cell(source, grade_id=None, **mark):
    made = nbformat.v4.new_code_cell(source)
    if grade_id:
        made.metadata["nbgrader"] = {"grade_id": grade_id, **mark}
    return made


def toy(tests=TESTS, answer=ANSWER):
    setup = cell(SETUP, "setup", grade=False, solution=False)
    setup.metadata["tags"] = ["setup"]
    cells = [setup, cell(answer, "double", grade=False, solution=True)]
    cells += [cell(code, name, grade=True, solution=False) for name, code in tests.items()]
    return nbformat.v4.new_notebook(cells=cells)


def grade(parent, source, answer, exercise="double", before=(), limits=None):
    """Each test's verdict when ``answer`` stands in the answer's cell, own cells before it."""
    submission = copy.deepcopy(source)
    ids = [c.metadata.get("nbgrader", {}).get("grade_id") for c in submission.cells]
    place = ids.index(exercise)
    submission.cells[place].source = answer
    submission.cells[place:place] = [cell(code) for code in before]
    return {v.grade_id: v for v in parent.grade(make_job(submission, source), limits).verdicts}


@pytest.mark.parametrize("lesson", LESSONS)
def test_reference_gets_full_marks_and_the_release_none(parent, lesson):
    source = source_of(lesson)
    for path, expected in ((REPOSITORY.source(lesson), True), (REPOSITORY.release(lesson), False)):
        restored = restore(read_submission(path.read_bytes()), source)
        verdicts = parent.grade(make_job(restored.notebook, source)).verdicts
        assert verdicts
        wrong = [v for v in verdicts if v.passed is not expected]
        assert not wrong


@pytest.mark.parametrize("lesson", LESSONS)
def test_variants_are_judged_as_in_one_process(parent, lesson):
    source = source_of(lesson)
    source.cells = [c for c in source.cells if c.metadata.get("nbgrader")]
    variants = load_variants(VARIANTS / lesson)
    misjudged = []
    for variant in variants[:: max(1, len(variants) // 14)]:
        part = copy.deepcopy(source)
        part.cells = [
            c
            for c in part.cells
            if not c.metadata["nbgrader"].get("grade")
            or exercise_of(c.metadata["nbgrader"]["grade_id"]) == variant.exercise
        ]
        verdicts = grade(parent, part, variant.code, variant.exercise)
        if all(v.passed for v in verdicts.values()) != (variant.expect == "pass"):
            misjudged.append((variant.exercise, variant.name, verdicts))
    assert not misjudged


def test_right_and_wrong_answers(parent):
    assert all(v.passed for v in grade(parent, toy(), "def double(x): return x + x").values())
    wrong = grade(parent, toy(), "def double(x): return x")
    assert not any(v.passed for v in wrong.values())


@pytest.mark.parametrize(
    "answer, said",
    [
        ("def double(x):\n    import os\n    os._exit(3)", "exit code 3"),
        ("def double(x):\n    while True: pass", "longer than 2 s"),
        ("def double(x):\n    import ctypes\n    ctypes.string_at(0)", "SIGSEGV"),
        ("def double(x):\n    raise SystemExit", "SystemExit"),
        ("def double(x):\n    raise ValueError(str(x))", "ValueError in line 2 of the cell double"),
        ("1 / 0", "does not define `double`; the cell double raises ZeroDivisionError"),
    ],
)
def test_a_crash_fails_what_it_did_not_deliver_and_says_how(parent, answer, said):
    limits = Limits(cell_seconds=2, submission_seconds=60)
    tests = {"first": "check.that(True, 'x')", **TESTS}
    verdicts = grade(parent, toy(tests), answer, limits=limits)
    assert not any(verdicts[name].passed for name in TESTS)
    assert said in verdicts["double-whole"].message


@pytest.mark.parametrize("ending", ["os._exit(x)", "os.kill(os.getpid(), x - 60)"])
def test_no_exit_code_and_no_signal_tells_a_hidden_tests_input(parent, ending):
    tests = {"double-hidden": "with check.hidden('double'):\n    check.equal(double(66), 132)"}
    answer = f"import os\ndef double(x):\n    {ending}"
    (verdict,) = grade(parent, toy(tests), answer).values()
    assert not verdict.passed and "your notebook ended" in verdict.message
    assert not any(word in verdict.message for word in ("66", "ABRT", "exit code", "signal"))


def test_points_earned_before_a_crash_are_kept(parent):
    tests = {"double-whole": TESTS["double-whole"], "double-array": TESTS["double-array"]}
    answer = "import os\ndef double(x):\n    return 4 if type(x) is int else os._exit(0)"
    verdicts = grade(parent, toy(tests), answer)
    assert verdicts["double-whole"].passed and not verdicts["double-array"].passed


@pytest.mark.parametrize(
    "cheat",
    [
        "import numpy.testing, builtins, course.check as c\n"
        "c.equal = c.close = lambda *a, **k: True\nnumpy.testing.assert_allclose = print\n"
        "np.allclose = lambda *a, **k: True\nbuiltins.AssertionError = KeyboardInterrupt",
        "import os\nfor fd in range(3, 64):\n    try: os.write(fd, b'v' * 4000)\n"
        "    except OSError: pass",
        "import sys\nsys.modules['course.grading.wire'].encode = lambda *a: b'T'",
    ],
)
def test_what_a_student_patches_changes_nothing(parent, cheat):
    verdicts = grade(parent, toy(), "def double(x): return x", before=[cheat])
    assert not any(v.passed for v in verdicts.values())
    assert all(v.passed for v in grade(parent, toy(), ANSWER).values())


def test_an_object_that_equals_everything_fails(parent):
    answer = (
        "class Yes:\n    def __eq__(self, other): return True\n"
        "    def __array__(self, *a, **k): return np.array([2.0, 62.0])\n"
        "    def __float__(self): return 4.0\n"
        "def double(x): return Yes()"
    )
    assert not any(v.passed for v in grade(parent, toy(), answer).values())


SEARCH = """
import re

def found(pattern):
    for line in open("/proc/self/maps"):
        span, mode, *_ = line.split()
        start, end = (int(part, 16) for part in span.split("-"))
        if mode[:2] == "rw" and end - start < 2**28:
            with open("/proc/self/mem", "rb") as memory:
                try:
                    memory.seek(start)
                    if re.search(pattern, memory.read(end - start)):
                        return True
                except (OSError, OverflowError):
                    pass
    return False

planted = "a word " + "planted here"
# The brackets keep the patterns from finding themselves.
found_planted, found_test = found(rb"a word [p]lanted here"), found(rb"the hidden secret [4]711")
"""


def test_no_test_is_in_the_students_memory(parent):
    tests = {
        **TESTS,
        "search": "check.equal([found_planted, found_test], [True, False], 'found')",
    }
    source = toy(tests, "found_planted = found_test = None\n" + ANSWER)
    for _ in range(2):  # the second time, the parent has forked an examiner before
        verdicts = grade(parent, source, SEARCH + ANSWER)
        assert all(v.passed for v in verdicts.values()), verdicts


def test_arguments_are_copied_back_and_keep_their_identity(parent):
    answer = "def double(x):\n    x *= 2\n    return x"
    tests = {
        "array": "x = np.ones(3); y = double(x); check.that(y is x, 'x: y')\n"
        "check.close(x, [2] * 3)",
        "list": "x = [[1], 2]; i = x[0]; check.that(double(x) is x, 'x: y'); "
        "check.equal(x, [[1], 2] * 2); check.that(x[0] is i and x[2] is i, 'x: z')",
    }
    verdicts = grade(parent, toy(tests), answer)
    assert all(v.passed for v in verdicts.values()), verdicts


def test_a_single_weight_of_a_tests_model_that_is_frozen_comes_back_frozen(parent):
    answer = "import keras\ndef double(layer):\n    layer.gamma.trainable = False"
    tests = {
        "single": "import keras\nlayer = keras.layers.BatchNormalization()\n"
        "layer.build((None, 2))\ndouble(layer)\n"
        "check.equal([w.name for w in layer.trainable_weights], ['beta'], 'what learns')\n"
        "check.that(layer.trainable, 'the layer: is frozen')",
    }
    verdicts = grade(parent, toy(tests), answer)
    assert all(v.passed for v in verdicts.values()), verdicts


def test_callbacks_and_objects_that_stay_behind(parent):
    answer = (
        "class Value:\n    def __init__(self, v): self.v = v\n"
        "    def __add__(self, o): return Value(self.v + o.v)\n"
        "    def __len__(self): return 3\n    def __getitem__(self, i): return [1, 2, 3][i]\n"
        "def double(f, x): return f(x) + f(x)\n"
        "def numbers(): yield from (1, 2)\n"
    )
    tests = {
        "callback": "calls = []\ndef f(x):\n    calls.append(x)\n    return x + 1\n"
        "check.equal(double(f, 2), 6, 'f'); check.equal(calls, [2, 2], 'calls')",
        "by_value": "check.equal(double(lambda x: x, 2), 4, 'f')",
        "operators": "v = Value(1) + Value(2); check.equal([v.v, len(v)], [3, 3], 'v')\n"
        "v.v = 5; check.equal([v.v, v[1], list(v)], [5, 2, [1, 2, 3]], 'v')",
        "generator": "check.equal(list(numbers()), [1, 2], 'numbers')",
        "raises": "check.raises(TypeError, double, None, 1)",
    }
    source = toy(tests, answer)
    verdicts = grade(parent, source, answer)
    assert all(v.passed for v in verdicts.values()), verdicts


def test_the_same_numbers_every_time(parent):
    answer = (
        "import keras\nm = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])\n"
        "m.compile('sgd', 'mse'); m.fit(np.ones((8, 2)), np.ones(8), epochs=2, verbose=0)\n"
        "def double(x): return float(m.get_weights()[0].sum())"
    )
    tests = {"number": "check.equal(str(double(1)), '', 'd')"}
    shown = [
        grade(parent, toy({"n": "with check.visible('n'): " + tests["number"]}), answer)[
            "n"
        ].message
        for _ in range(2)
    ]
    assert shown[0] == shown[1] and "got" in shown[0]


def test_files_are_beside_the_notebook_and_shadow_nothing(parent):
    tests = {
        "own": "check.equal(double(2), 4, 'd')",
        "seen": "check.equal(seen, ['own', 'shared', 'own', '1.5'], 'seen')",
        "materials": "import helpers\ncheck.equal([helpers.who, open('data/x').read()], "
        "['instructor', 'shared'], 'materials')",
    }
    answer = (
        "import numpy, helpers, colorsys\nfrom more.deep import who\n"
        "seen = [helpers.who, open('data/x').read(), who, str(numpy.float64(1.5))]\n"
        "def double(x): return 2 * x"
    )
    source = toy(tests, "seen = None\n" + ANSWER)
    submission = copy.deepcopy(source)
    submission.cells[1].source = answer
    files = {
        "helpers.py": b"who = 'own'",
        "more/deep.py": b"who = 'own'",
        "numpy.py": b"1 / 0",
        "colorsys.py": b"1 / 0",
        "course.py": b"1 / 0",
        "../outside": b"",
        "other.ipynb": b"",
    }
    materials = {"helpers.py": b"who = 'instructor'", "data/x": b"shared"}
    job = make_job(submission, source, files.items(), materials.items())
    verdicts = parent.grade(Job.from_bytes(job.to_bytes())).verdicts
    assert all(verdict.passed for verdict in verdicts), verdicts


def test_cells_say_what_they_printed_and_raised(parent):
    cells = [
        "print('one')\nimport sys; print('unseen', file=sys.stderr)\n{'two': 2}",
        "import pandas as pd\npd.DataFrame({'a': [1]})",
        "import matplotlib.pyplot as plt\nplt.plot([1]); plt.show()",
        "display(3); 4;",
        "raise ValueError('why')",
        "1 +",
        "%time x = 5",
        "double(1)",
    ]
    examined = examine(parent, toy(), "def double(x): print('asked'); return 2 * x", cells)
    texts = {cell.index: cell.text for cell in examined.cells}
    own = [cell for cell in examined.cells if cell.index > 1]
    assert own[0].text == "one\n{'two': 2}\n"
    assert own[1].text.split() == ["a", "0", "1"]
    assert own[2].text == "" and own[3].text == "3\n"
    assert (own[4].error_name, own[4].error_text) == ("ValueError", "why")
    assert own[5].error_name == "SyntaxError"
    assert "Wall time" in own[6].text
    # While it answers the examiner, a function prints for nobody.
    assert own[7].text == "asked\n2\n" and sum("asked" in text for text in texts.values()) == 1
    assert all(verdict.passed for verdict in examined.verdicts)


def examine(parent, source, answer, behind):
    """What comes of an answer with own cells below it, the last of them below all tests."""
    submission = copy.deepcopy(source)
    submission.cells[1].source = answer
    submission.cells[2:2] = [cell(code) for code in behind[:-1]]
    submission.cells.append(cell(behind[-1]))
    return parent.grade(make_job(submission, source))


TRAIN = """
import numpy as np, keras
keras.utils.set_random_seed(7)
x = np.random.rand(64, 3).astype("float32")
model = keras.Sequential(
    [keras.Input((3,)), keras.layers.Dense(8, "relu"), keras.layers.Dropout(0.5),
     keras.layers.Dense(1)]
)
model.compile("adam", "mse")
model.fit(x, x.sum(axis=1), epochs=3, batch_size=8, verbose=0)
weights = [w.tobytes().hex() for w in model.get_weights()]
"""
COLD = """
import tensorflow
tensorflow.config.threading.set_intra_op_parallelism_threads(1)
tensorflow.config.threading.set_inter_op_parallelism_threads(1)
"""


def test_a_model_is_trained_to_the_same_numbers_as_in_a_cold_process(parent):
    examined = examine(parent, toy(), ANSWER, [TRAIN, "print(*weights)"])
    warm = next(c.text for c in examined.cells if c.text)
    code = f"{COLD}\n{TRAIN}\nprint(*weights)"
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    cold = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert warm.split() == cold.stdout.split() and len(warm.split()) == 4


def test_a_step_of_training_is_traced_once_and_one_of_the_students_own_as_keras_does(parent):
    code = """
import numpy as np, keras
class Counting(keras.layers.Dense):
    traces = 0
    def call(self, x):
        Counting.traces += 1
        return super().call(x)
class Frozen(keras.Model):
    def train_step(self, data):
        grads = [keras.ops.ones((3, 1))]
        self.optimizer.apply(grads, self.trainable_variables[:1])  # the kernel alone
        return {"loss": 0.0}
inputs = keras.Input((3,))
for kind in (keras.Model, Frozen):
    model = kind(inputs, Counting(1)(inputs))
    model.compile("adam", "mse")
    Counting.traces = 0
    model.fit(np.ones((8, 3)), np.ones(8), verbose=0)
    print(Counting.traces, len(model.optimizer.variables))
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, trainable=False)])
model.compile("adam", "mse")
model.fit(np.ones((8, 3)), np.ones(8), verbose=0)
model.layers[0].trainable = True
model.fit(np.ones((8, 3)), np.ones(8), verbose=0)
print(len(model.optimizer.variables))
"""
    examined = examine(parent, toy(), ANSWER, [code, "1"])
    shown = next(c.text for c in examined.cells if c.text)
    assert shown.splitlines() == ["1 6", "0 4", "6"]


def test_no_dataset_tunes_itself_and_the_pipelines_own_options_stay(parent):
    code = """
import tensorflow as tf
own = tf.data.Options()
own.deterministic = True
own.autotune.enabled = True
numbers = tf.data.Dataset.range(3).map(lambda n: 2 * n, num_parallel_calls=tf.data.AUTOTUNE)
for data in (numbers, numbers.with_options(own)):
    iterator = iter(data)
    options = iterator._dataset.options()
    print(options.autotune.enabled, options.deterministic, [int(n) for n in iterator])
"""
    examined = examine(parent, toy(), ANSWER, [code, "1"])
    shown = next(c.text for c in examined.cells if c.text)
    assert shown.splitlines() == ["False None [0, 2, 4]", "False True [0, 2, 4]"]


def test_without_a_jail_crashes_and_time_limits_cost_no_more_and_nothing_is_left():
    limits = Limits(cell_seconds=2, submission_seconds=20, file_bytes=2**20, output_bytes=1000)
    with WarmParent(limits, jail=False) as parent:
        assert all(v.passed for v in grade(parent, toy(), ANSWER).values())
        for code, name in (
            (
                "import time\nwhile True:\n    try: time.sleep(9)\n    except BaseException: 1",
                "Time",
            ),
            ("while True: x = 1", "Time"),
            ("import os, ctypes; ctypes.string_at(0)", "Crash"),
            ("open('large', 'wb').write(bytes(2**21))", "FileLimit"),
            (LEAVE_BEHIND, "Crash"),
        ):
            examined = examine(parent, toy(), ANSWER, [code, "1"])
            assert [c.error_name for c in examined.cells if c.error_name][0].startswith(name)
            assert all(v.passed for v in grade(parent, toy(), ANSWER).values())
        assert not processes_with("left-behind-4711")
    assert not folders_of(parent)


LEAVE_BEHIND = """
import os, subprocess, sys
if not os.fork():
    os.setsid()
    if not os.fork():
        os.execv("/bin/sh", ["left-behind-4711", "-c", "trap '' TERM; while :; do sleep 1; done"])
import time; time.sleep(0.5)
os._exit(1)
"""


def folders_of(parent):
    """Temporary folders that a parent has left."""
    starts = (f"room-{parent.pid}-", f"warm-{parent.pid}-")
    return [name for name in os.listdir(tempfile.gettempdir()) if name.startswith(starts)]


def processes_with(word):
    """Ids of the processes whose command line contains a word; dead ones have none."""
    found = set()
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if entry.name.isdigit() and word.encode() in (entry / "cmdline").read_bytes():
                found.add(int(entry.name))
    return found - {os.getpid()}


def descendants(pid):
    """A process's children, theirs and so on, zombies included."""
    parents = {}
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            stat = (entry / "stat").read_text()
            parents[int(entry.name)] = int(stat.rpartition(")")[2].split()[1])
    found, new = set(), {pid}
    while new:
        new = {child for child, parent in parents.items() if parent in new} - found
        found |= new
    return found


def wait_until_gone(pids):
    end = time.monotonic() + 20
    while left := {pid for pid in pids if is_running(pid)}:
        assert time.monotonic() < end, left
        time.sleep(0.05)


def is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (OSError, IndexError):
        return False


def test_a_parent_that_is_killed_takes_its_rooms_with_it_and_is_reported():
    with WarmParent(LIMITS, hidden=[REPOSITORY.root], jail=find_bwrap() is not None) as parent:
        seen = set()

        def kill():
            time.sleep(1)
            seen.update(descendants(parent.pid))
            os.kill(parent.pid, signal.SIGKILL)

        thread = threading.Thread(target=kill)
        thread.start()
        with pytest.raises(RoomError, match="died"):
            grade(parent, toy(), "import time\ntime.sleep(1000)\n" + ANSWER)
        thread.join()
        assert len(seen) >= 2
        wait_until_gone(seen)
        with pytest.raises(RoomError):
            grade(parent, toy(), ANSWER)
    assert not Path(f"/proc/{parent.pid}").exists()  # not even as a zombie
    assert not folders_of(parent)


COORDINATOR = """
import sys
sys.path.insert(0, sys.argv[1])
import test_rooms
from course.grading.rooms import WarmParent
parent = WarmParent(test_rooms.LIMITS, jail=sys.argv[2] == "True")
print(parent.pid, flush=True)
test_rooms.grade(parent, test_rooms.toy(), "import time\\ntime.sleep(1000)\\ndouble = 1")
"""


def test_a_coordinator_that_is_killed_takes_parent_and_rooms_with_it():
    here, jail = str(Path(__file__).parent), str(find_bwrap() is not None)
    command = [sys.executable, "-c", COORDINATOR, here, jail]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as coordinator:
        parent = int(coordinator.stdout.readline())
        time.sleep(1)
        seen = {parent} | descendants(parent)
        coordinator.kill()
    assert len(seen) >= 3
    wait_until_gone(seen)


def test_a_warm_parent_has_run_no_op_and_has_no_threads():
    code = (
        "import os\nfrom course.grading.rooms import parent\nparent._import_stack()\n"
        "from tensorflow.python.eager import context\n"
        "print(context.context()._context_handle, len(os.listdir('/proc/self/task')))"
    )
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-P", "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["None", "1"]
