"""A class is graded in parallel, survives every kill, and is the same however it is graded."""

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import nbformat
import psutil
import pytest
from conftest import BIN, RIGHT, TOY, ToyCourse
from nbgrader.api import Gradebook

from course.errors import CourseError
from course.grading.batch import grade_lesson, submissions
from course.grading.connection import one_engine
from course.grading.jail import find_bwrap

pytestmark = pytest.mark.skipif(find_bwrap() is None, reason="bubblewrap is not installed")

WRONG = {"double": "def double(x):\n    return x", "triple": "def triple(x):\n    return 9"}
WORK = {
    "all": (RIGHT, 3),
    "double": ({**WRONG, "double": RIGHT["double"]}, 1),
    "triple": ({**WRONG, "triple": RIGHT["triple"]}, 2),
    "none": (WRONG, 0),
    "crash": ({**RIGHT, "triple": "import os\nos._exit(1)"}, 1),
    "untouched": ({}, 0),
}
SLOW = "import time\ntime.sleep(0.3)\n"
SECONDS = 120  # a guard against hanging


@pytest.fixture
def toy(toy: ToyCourse) -> ToyCourse:
    """The toy course with so much time that a busy machine changes no score."""
    config = toy.workspace.root / "nbgrader_config.py"
    generous = "c.Grading.cell_seconds = 60\nc.Grading.submission_seconds = 300\n"
    config.write_text(config.read_text() + generous)
    return toy


def hand_in_class(toy: ToyCourse, size: int, before: str = "") -> dict[str, float]:
    """A class of this size; what each student should score."""
    expected = {}
    for number in range(size):
        kind = list(WORK)[number % len(WORK)]
        answers, score = WORK[kind]
        answers = {name: before + code for name, code in answers.items()}
        toy.hand_in(f"{number:03}-{kind}", toy.answered(**answers))
        expected[f"{number:03}-{kind}"] = score
    return expected


def grade(toy: ToyCourse, again: bool = False, **options) -> dict:
    course = toy.course.with_options("Grading", **options)
    students = submissions(course, TOY)
    return {done.student: done for done in grade_lesson(course, TOY, students, again)}


def everything(db_url: str) -> dict[str, list]:
    """All that a gradebook says of submissions, without its own keys and clocks."""
    with Gradebook(db_url, "keras-courseware") as gradebook:
        entries = gradebook.assignment_submissions(TOY)
        notebooks = [notebook for entry in entries for notebook in entry.notebooks]
        return {
            "submissions": sorted(
                (e.student_id, e.score, e.max_score, e.needs_manual_grade, str(e.timestamp))
                for e in entries
            ),
            "grades": sorted(
                (n.student.id, g.name, g.auto_score, g.manual_score, g.needs_manual_grade)
                for n in notebooks
                for g in n.grades
            ),
            "comments": sorted(
                (n.student.id, c.name, str(c.auto_comment)) for n in notebooks for c in n.comments
            ),
            "penalties": sorted((n.student.id, n.late_submission_penalty) for n in notebooks),
        }


def gradebook_of(toy: ToyCourse) -> dict[str, list]:
    return everything(toy.course.coursedir().db_url)


def children_of(process: psutil.Process) -> list[psutil.Process]:
    with contextlib.suppress(psutil.NoSuchProcess):
        return process.children(recursive=True)
    return []


def wait_until(condition, seconds: float = SECONDS):
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)
    return found


class TestTheSameGrades:
    def test_with_one_two_and_four_workers(self, toy):
        expected = hand_in_class(toy, 12)
        found = {}
        for workers in (1, 2, 4):
            results = grade(toy, again=True, workers=workers)
            assert {student: done.score for student, done in results.items()} == expected
            found[workers] = gradebook_of(toy)
        assert found[1] == found[2] == found[4]

    def test_twenty_times_under_load(self, toy):
        training = (
            "import keras\nkeras.utils.set_random_seed(3)\n"
            "m = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8),"
            " keras.layers.Dense(1)])\n"
            "m.compile('adam', 'mse')\nX = np.random.default_rng(0).normal(size=(64, 4))\n"
            "m.fit(X, X[:, :1], epochs=3, verbose=0)\n"
            "w = m.get_weights()[0].sum()\nprint(repr(w))\n"
        )
        for number in range(20):
            answers = {**RIGHT, "double": training + RIGHT["double"]}
            toy.hand_in(f"s{number:02}", toy.answered(**answers))
        hogs = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(4)]
        try:
            results = grade(toy, workers=4)
        finally:
            for hog in hogs:
                hog.kill()
                hog.wait()
        assert {done.score for done in results.values()} == {3}
        assert len({printed(toy, student) for student in results}) == 1

    def test_by_nbgrader_and_by_course_grade(self, toy, tmp_path_factory):
        expected = hand_in_class(toy, 6)
        toy.hand_in("late", toy.answered(**RIGHT))
        late = toy.workspace.root / "submitted" / "late" / TOY / "timestamp.txt"
        late.write_text("2026-01-11 12:00:00 UTC")
        twin = twin_of(toy, tmp_path_factory.mktemp("other"))
        grade(toy)
        done = twin.run("nbgrader", "autograde", TOY)
        assert done.returncode == 0, done.stderr
        assert gradebook_of(twin) == gradebook_of(toy)
        assert twin.scores() == {**expected, "late": 3}
        for student in twin.scores():
            assert graded(twin, student) == graded(toy, student)


def twin_of(toy: ToyCourse, root: Path) -> ToyCourse:
    """Another course with the same lesson, gradebook and submissions."""
    twin = ToyCourse(root)
    for name in ("submitted", "autograded", "release"):
        if (toy.workspace.root / name).exists():
            shutil.copytree(toy.workspace.root / name, root / name)
    shutil.copy(toy.workspace.root / "gradebook.db", root)
    return twin


def graded(toy: ToyCourse, student: str) -> nbformat.NotebookNode:
    path = toy.workspace.root / "autograded" / student / TOY / f"{TOY}.ipynb"
    return nbformat.read(path, as_version=4)


def said(toy: ToyCourse) -> dict[str, list[str]]:
    """The sentences of every graded notebook, to be read when a test fails."""
    students = (path.parts[-3] for path in toy.workspace.root.glob(f"autograded/*/{TOY}/*.ipynb"))
    return {
        student: [
            output.evalue
            for cell in graded(toy, student).cells
            for output in cell.get("outputs", [])
            if "evalue" in output
        ]
        for student in students
    }


def printed(toy: ToyCourse, student: str) -> str:
    texts = [
        o.text for c in graded(toy, student).cells for o in c.get("outputs", []) if "text" in o
    ]
    assert texts
    return "".join(texts)


class TestWhatIsGradedAgain:
    @pytest.fixture
    def once(self, toy):
        toy.hand_in("ada", toy.answered(**RIGHT))
        toy.hand_in("zoe", toy.answered(**RIGHT))
        assert {done.status for done in grade(toy).values()} == {"graded"}
        return toy

    def test_nothing_that_is_unchanged_unless_told(self, once):
        assert {done.status for done in grade(once).values()} == {"unchanged"}
        assert {done.status for done in grade(once, again=True).values()} == {"graded"}

    @pytest.mark.parametrize("name", ["helpers.py", "timestamp.txt", "data/numbers.csv"])
    def test_a_file_beside_the_notebook(self, once, name):
        path = once.workspace.root / "submitted" / "ada" / TOY / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("2026-01-09 12:00:00 UTC")
        results = grade(once)
        assert (results["ada"].status, results["zoe"].status) == ("graded", "unchanged")
        assert {done.status for done in grade(once).values()} == {"unchanged"}

    def test_everybody_when_the_lesson_has_changed(self, once):
        path = once.workspace.source(TOY)
        path.write_text(path.read_text("utf-8").replace("triple(2), 6", "triple(3), 9"), "utf-8")
        assert {done.status for done in grade(once).values()} == {"graded"}

    def test_what_nbgrader_has_graded_is_not_graded_again(self, once):
        done = once.run("nbgrader", "autograde", TOY, "--force")
        assert done.returncode == 0, done.stderr
        assert {done.status for done in grade(once).values()} == {"unchanged"}


class TestKilled:
    """Nothing is lost, nothing is doubled, nothing is left behind."""

    @pytest.mark.parametrize("after", [0, 2, 5])
    def test_the_coordinator_at_any_point(self, toy, after):
        expected = hand_in_class(toy, 9, before=SLOW)
        command = [str(BIN / "course"), "grade", TOY, "--workers", "2"]
        with subprocess.Popen(
            command, cwd=toy.workspace.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            family = psutil.Process(process.pid)
            wait_until(lambda: len(children_of(family)) >= 2 and entered(toy) >= after)
            below = children_of(family)
            process.send_signal(signal.SIGKILL)
        gone, alive = psutil.wait_procs(below, timeout=30)
        assert not alive
        before = entered(toy)
        results = grade(toy)
        assert {student: done.score for student, done in results.items()} == expected, said(toy)
        assert toy.scores() == expected
        unchanged = [s for s, done in results.items() if done.status == "unchanged"]
        assert before - 1 <= len(unchanged) <= before  # one may have been under way
        assert not list(toy.workspace.root.glob("autograded/.incoming-*"))

    def test_a_warm_parent_in_the_middle(self, toy):
        expected = hand_in_class(toy, 6, before=SLOW)
        course = toy.course.with_options("Grading", workers=2)
        results, killed = {}, 0
        for done in grade_lesson(course, TOY, submissions(course, TOY)):
            results[done.student] = done.score
            if len(results) == 2:
                parents = warm_parents(psutil.Process())
                killed = len(parents)
                for parent in parents:
                    parent.kill()
        assert killed
        unlike = {s: said(toy)[s] for s in expected if results[s] != expected[s]}
        assert results == expected == toy.scores(), unlike

    def test_a_submission_whose_rooms_break_down_each_time_keeps_its_score(self, toy, monkeypatch):
        toy.hand_in("ada", toy.answered(**RIGHT))
        assert grade(toy)["ada"].score == 3
        from course.grading import engine

        def breaks(*_, **__):
            raise engine.RoomError("the process that forks the rooms has died")

        monkeypatch.setattr(engine.WarmParent, "grade", breaks)
        done = grade(toy, again=True)["ada"]
        assert (done.status, done.score) == ("failed", 3)
        assert "grade again" in done.notes[0]
        monkeypatch.undo()
        assert grade(toy, again=True)["ada"].status == "graded"


def entered(toy: ToyCourse) -> int:
    """How many submissions have a graded notebook."""
    return len(list(toy.workspace.root.glob(f"autograded/*/{TOY}/{TOY}.ipynb")))


def warm_parents(process: psutil.Process) -> list[psutil.Process]:
    found = []
    for child in children_of(process):
        with contextlib.suppress(psutil.Error):
            if "course.grading.rooms.parent" in child.cmdline():
                found.append(child)
    return found


def test_two_gradings_of_one_course_do_not_meet(toy):
    hand_in_class(toy, 2)
    first = grade_lesson(toy.course, TOY, submissions(toy.course, TOY))
    next(first)
    with pytest.raises(CourseError, match="being graded already"):
        grade(toy)
    assert len(list(first)) == 1
    assert {done.status for done in grade(toy).values()} == {"unchanged"}


class TestAnotherScheduler:
    def test_that_does_not_answer_is_named(self, toy):
        hand_in_class(toy, 1)
        toy.hand_in("ada", toy.answered(**RIGHT))
        done = toy.run("course", "grade", TOY, "--scheduler", "tcp://127.0.0.1:9")
        assert done.returncode == 1
        assert "no Dask scheduler answers at tcp://127.0.0.1:9" in done.stderr

    def test_grades_the_same_though_a_worker_is_killed(self, toy, tmp_path_factory):
        expected = hand_in_class(toy, 8, before=SLOW)
        with scheduler(tmp_path_factory.mktemp("dask"), workers=2) as (address, workers):
            course = toy.course.with_options("Grading", scheduler=address)
            results = {}
            for done in grade_lesson(course, TOY, submissions(course, TOY)):
                results[done.student] = done.score
                if len(results) == 2:
                    workers[0].kill()
        assert results == expected == toy.scores()


@contextlib.contextmanager
def scheduler(folder: Path, workers: int):
    """A Dask scheduler with workers, as a cluster would run them: its address and the workers."""
    python = [sys.executable, "-P", "-m", "distributed.cli"]
    file = folder / "scheduler.json"
    options = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = []
    try:
        command = [*python[:-1], "distributed.cli.dask_scheduler", "--host", "127.0.0.1"]
        command += ["--port", "0", "--no-dashboard", "--scheduler-file", str(file)]
        started.append(subprocess.Popen(command, **options))
        wait_until(file.exists)
        for _ in range(workers):
            command = [*python[:-1], "distributed.cli.dask_worker", "--scheduler-file", str(file)]
            command += ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0"]
            started.append(subprocess.Popen(command, **options))

        yield json.loads(file.read_text())["address"], started[1:]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def postgres(tmp_path_factory):
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("PostgreSQL is not installed")
    pytest.importorskip("psycopg")
    folder = tmp_path_factory.mktemp("postgres")
    data, sockets = folder / "data", folder
    run_as_owner = []
    if os.geteuid() == 0:  # PostgreSQL refuses to be root
        shutil.chown(folder, "postgres", "postgres")
        for above in folder.parents:
            if above.stat().st_uid == os.geteuid() and not above.stat().st_mode & 0o001:
                above.chmod(above.stat().st_mode | 0o011)
        run_as_owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    initdb = [str(found[-1]), "-D", str(data), "-A", "trust", "-U", "grader", "--no-sync"]
    subprocess.run([*run_as_owner, *initdb], check=True, capture_output=True, cwd="/")
    server = [str(found[-1].with_name("postgres")), "-D", str(data), "-k", str(sockets)]
    server += ["-c", "listen_addresses=", "-c", "fsync=off"]
    process = subprocess.Popen(
        [*run_as_owner, *server], cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_until(lambda: list(sockets.glob(".s.PGSQL.*[0-9]")), 30)
        yield f"postgresql+psycopg://grader@/postgres?host={sockets}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


class TestPostgres:
    """The gradebook may live in a database server."""

    def test_holds_the_same_as_sqlite(self, toy, postgres, tmp_path_factory):
        hand_in_class(toy, 6)
        grade(toy)
        twin = twin_of(toy, tmp_path_factory.mktemp("served"))
        shutil.rmtree(twin.workspace.root / "autograded")
        (twin.workspace.root / "gradebook.db").unlink()
        config = twin.workspace.root / "nbgrader_config.py"
        config.write_text(f"{config.read_text()}c.CourseDirectory.db_url = {postgres!r}\n")
        wait_until(lambda: accepts(postgres), 30)
        twin.release()
        grade(twin, workers=2)
        assert not (twin.workspace.root / "gradebook.db").exists()
        assert everything(postgres) == gradebook_of(toy)
        assert {done.status for done in grade(twin).values()} == {"unchanged"}


def accepts(url: str) -> bool:
    import sqlalchemy

    try:
        # No pool: it would keep the connection open until it is collected, in some later test.
        with sqlalchemy.create_engine(url, poolclass=sqlalchemy.NullPool).connect():
            return True
    except sqlalchemy.exc.OperationalError:
        return False


class TestWithoutAJail:
    @pytest.fixture
    def bare(self, toy, monkeypatch):
        """A machine on which no bubblewrap is found."""
        from course.grading.jail import bwrap

        bwrap.require_jail.cache_clear()
        monkeypatch.setattr(bwrap, "find_bwrap", lambda: None)
        yield toy
        bwrap.require_jail.cache_clear()

    def test_it_refuses_with_the_remedy_and_goes_on_when_told(self, bare):
        toy = bare
        expected = hand_in_class(toy, 3)
        with pytest.raises(CourseError, match="bubblewrap is not installed; apt install"):
            grade(toy)
        assert {s: d.score for s, d in grade(toy, jail=False).items()} == expected

    def test_the_command_says_loudly_what_that_means(self, toy):
        toy.hand_in("ada", toy.answered(**RIGHT))
        done = toy.run("course", "grade", TOY, "--no-jail")
        assert done.returncode == 0, done.stderr
        assert "no jail" in done.stdout and "3 / 3" in done.stdout


def test_scores_of_one_submission_come_in_one_transaction(toy):
    """Whoever reads the gradebook meanwhile sees all of a submission's scores or none."""
    toy.hand_in("ada", toy.answered(**RIGHT))
    path = toy.workspace.root / "gradebook.db"
    commits = []

    def after_commit(session):
        with contextlib.closing(sqlite3.connect(path)) as connection:
            rows = connection.execute("select auto_score from grade").fetchall()
        commits.append({row[0] for row in rows})

    from sqlalchemy import event
    from sqlalchemy.orm import Session

    event.listen(Session, "after_commit", after_commit)
    try:
        grade(toy)
    finally:
        event.remove(Session, "after_commit", after_commit)
    assert {frozenset(seen) for seen in commits} <= {
        frozenset(),
        frozenset({None}),
        frozenset({1.0, 2.0}),
    }
    assert {1.0, 2.0} in commits


def test_all_steps_of_a_submission_share_one_engine_and_keep_no_connection(tmp_path):
    url, another = (f"sqlite:///{tmp_path / name}.db" for name in ("one", "two"))
    with one_engine():
        first, second, other = Gradebook(url), Gradebook(url), Gradebook(another)
        first.add_student("ada")
        first.close()
        assert second.find_student("ada").id == "ada"
        second.close()
        other.close()
    assert first.engine is second.engine is not other.engine
    held = {os.path.realpath(entry) for entry in Path("/proc/self/fd").iterdir()}
    assert not any(path.startswith(str(tmp_path)) for path in held)
    with Gradebook(url) as later:
        assert later.engine is not first.engine
        assert later.find_student("ada").id == "ada"


class TestTheFormgradersButton:
    def test_grades_as_course_grade_does(self, toy, tmp_path_factory):
        expected = hand_in_class(toy, 3)
        twin = twin_of(toy, tmp_path_factory.mktemp("formgrader"))
        grade(toy)
        with formgrader(twin) as post:
            for student in expected:
                answer = post(f"submission/{TOY}/{student}/autograde")
                assert answer["success"], answer
        assert gradebook_of(twin) == gradebook_of(toy)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}api", timeout=SECONDS):
            return True
    except urllib.error.URLError:
        return False


@contextlib.contextmanager
def formgrader(toy: ToyCourse):
    """A running Formgrader; what it answers to a POST to its API."""
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--ServerApp.port=0"]
    command += ["--allow-root", "--IdentityProvider.token=secret"]
    runtime = toy.workspace.root / "runtime"
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "JUPYTER_RUNTIME_DIR": str(runtime)}
    with subprocess.Popen(command, cwd=toy.workspace.root, env=environment, **options) as process:
        try:
            file = wait_until(lambda: next(runtime.glob("jpserver-*.json"), None))
            url = wait_until(lambda: file.read_text() and json.loads(file.read_text())["url"])
            wait_until(lambda: answers(url))

            def post(path: str) -> dict:
                headers = {"Authorization": "token secret"}
                request = urllib.request.Request(
                    f"{url}formgrader/api/{path}", data=b"", headers=headers, method="POST"
                )
                with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                    return json.load(answer)

            yield post
        finally:
            process.terminate()
