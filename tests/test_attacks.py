"""Every attack under tests/attacks gains nothing, and honest work beside it is untouched.

All that a notebook can try is graded by one warm parent, so that what is left behind would show;
what attacks by the file, or whoever reads, is graded as a class by `course grade`'s own function.
Each attack is looked at for every gain there is, whatever it was after. That the looking works is
tested, too: with one wall taken down, the attacks that this wall alone holds off succeed.
"""

import contextlib
import importlib
import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import jinja2
import nbformat
import pytest
from attacks import GAINS, WALLS, load_attacks
from attacks._host import (
    MIB,
    Host,
    Watch,
    canaries_in,
    descendants,
    make_canaries,
    named_processes,
)
from attacks._lesson import HONEST, WRONG, lesson_text
from attacks._pages import faults_of_page, faults_of_table, faults_of_text
from conftest import REPOSITORY, TOY, ToyCourse
from nbconvert import HTMLExporter

import course.grading.pages
from course.authoring.build import build_notebook
from course.grading.batch import grade_lesson, submissions
from course.grading.examination import write_outcomes
from course.grading.feedback import ExerciseFeedback, FeedbackPage, write_feedback
from course.grading.intake import take_in
from course.grading.jail import Limits, find_bwrap
from course.grading.pages import render
from course.grading.report import write_report
from course.grading.rooms import Nursery, WarmParent, make_job
from course.grading.similar import similar_pairs
from course.grading.submission import read_submission, restore
from course.grading.verdicts import exercise_verdicts

pytestmark = pytest.mark.skipif(find_bwrap() is None, reason="no jail without bubblewrap")

ATTACKS = load_attacks()
IN_ROOMS = [name for name, attack in ATTACKS.items() if not attack.by_file]
OUTSIDE = [name for name, a in ATTACKS.items() if a.by_file and "starve" in a.gains]
ON_READERS = [name for name, a in ATTACKS.items() if a.by_file or "reader" in a.gains]
WITHOUT = {wall: [name for name in IN_ROOMS if ATTACKS[name].without == wall] for wall in WALLS}
EQUIPMENT = (REPOSITORY.root / "tests/attacks/_equipment.py").read_text("utf-8")

LIMITS = Limits(
    cell_seconds=2,
    submission_seconds=12,
    memory_bytes=1024 * MIB,
    processes=48,
    file_bytes=32 * MIB,
    disk_bytes=64 * MIB,
    output_bytes=MIB // 4,
)
ACTIVE = ("a script", "the event handler", "an address", "a style", "a form", "a iframe")
SETTINGS = """
c.Grading.cell_seconds = 2
c.Grading.submission_seconds = 12
c.Grading.workers = 2
"""


def grade(world, parent, notebook):
    """What the grader makes of a notebook as handed in: the verdicts, and what cells printed."""
    content = json.dumps(notebook).encode()
    restored = restore(read_submission(content), world.source).notebook
    return restored, parent.grade(make_job(restored, world.source))


class World:
    """A course on a machine full of canaries, and two warm parents: one walled, one not."""

    def __init__(self, root):
        self.canaries = make_canaries()
        self.course = ToyCourse(root)
        config = root / "nbgrader_config.py"
        config.write_text(config.read_text("utf-8") + SETTINGS, "utf-8")
        text = lesson_text(*(self.canaries[kind] for kind in ("test", "solution", "input")))
        self.course.workspace.text(TOY).write_text(text, "utf-8")
        build_notebook(self.course.workspace, TOY, force=True)
        self.course.release()
        self.source = nbformat.read(self.course.workspace.source(TOY), as_version=4)
        self.host = Host(root, REPOSITORY.root, self.canaries)
        zoe = self.honest()
        zoe.cells[0].source += f"\n{self.canaries['other']}"
        self.course.hand_in("zoe", zoe)
        with self.course.course.gradebook() as gradebook:
            gradebook.update_or_create_student("zoe", first_name=self.canaries["gradebook"])
        self.nursery = Nursery()
        self.parents = {
            jail: WarmParent(LIMITS, jail=jail, hidden=[self.host.root], nursery=self.nursery)
            for jail in (True, False)
        }

    def close(self):
        for parent in self.parents.values():
            parent.close()
        self.nursery.close()
        self.host.close()

    def notebook(self, cells, otherwise=WRONG):
        """The lesson with an attacker's equipment and cells, each where it belongs."""
        around = {"": [("", f"HOST = {self.host.facts!r}\n{EQUIPMENT}")]}
        answers, last = dict(otherwise), ""
        for exercise, code in cells:
            if exercise:
                answers[exercise] = code
                last = exercise
            elif code:
                around.setdefault(last, []).append(("", code))
        notebook = nbformat.v4.new_notebook()
        exercise = ""
        for cell in json.loads(json.dumps(self.source))["cells"]:
            cell = nbformat.from_dict(cell)
            mark = cell.metadata.get("nbgrader", {})
            if mark.get("solution"):
                notebook.cells += _own(around.pop(exercise, ()))
                exercise = mark["grade_id"]
                cell.source = answers[exercise]
            elif mark.get("grade"):
                cell.source = "# removed by the student"
            notebook.cells.append(cell)
        notebook.cells += _own(around.pop(exercise, ()))
        return notebook

    def honest(self):
        return self.notebook((), HONEST)

    def attacked(self, attack):
        return self.notebook(attack.cells)


def _own(cells):
    return [nbformat.v4.new_code_cell(code) for _, code in cells]


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    world = World(tmp_path_factory.mktemp("host"))
    yield world
    world.close()


# ------------------------------------------------------------------------------ what is a gain


def gains_of(world, notebook, jail=True):
    """Every gain of a notebook that is graded, each with what shows it."""
    parent = world.parents[jail]
    world.host.contacted()
    before = world.host.state()
    idle = settled(parent)
    with Watch(parent.pid, 2 * LIMITS.memory_bytes) as watch:
        graded, examined = grade(world, parent, notebook)
    after, contacts = world.host.state(), world.host.contacted()
    survivors = idle & settled(parent) | set(named_processes(world.host.name))
    verdicts = examined.verdicts
    said = "\n".join(verdict.message for verdict in verdicts)
    write_outcomes(graded, examined)
    page = page_of(graded)
    shown = said + page
    printed = "\n".join(f"{c.text}\n{c.error_name}\n{c.error_text}" for c in examined.cells)
    # What a cell below a test prints of that test's input stays with the instructor.
    secrets = (canaries_in(printed, world.canaries) - {"input"}) | canaries_in(
        shown, world.canaries
    )
    changed = sorted(
        {key for key in before | after if before.get(key) != after.get(key)}
        | ({"a forbidden call"} if "flag" in secrets else set())
    )
    found = {
        "points": [v.grade_id for v in verdicts if v.passed],
        "secret": sorted(secrets - {"flag"}),
        "host": changed,
        "network": sorted(contacts),
        "survivor": sorted(survivors),
        "neighbour": [],
        "starve": _starved(watch, len(printed)),
        "reader": sorted(faults_of_text(said) | faults_of_page(page)),
    }
    return {gain: shown for gain, shown in found.items() if shown}


def settled(parent):
    """The processes of a warm parent that waits for a job: the rooms for it stand ready."""
    pid, seen = parent.pid, -1
    while len(found := descendants(pid)) != seen:
        seen = len(found)
        time.sleep(0.04)
    return set(found) - {pid}


def _starved(watch, printed):
    rooms = 2
    bounds = {
        "seconds": (watch.seconds, LIMITS.submission_seconds + 5),
        # each room has a process 1 and bubblewrap's own beside it
        "processes": (watch.processes, rooms * (LIMITS.processes + 3) + 1),
        "memory": (watch.memory, rooms * LIMITS.memory_bytes + 1500 * MIB),
        "disk": (watch.shared, rooms * LIMITS.disk_bytes + 32 * MIB),
        "output": (printed, 2 * LIMITS.output_bytes),
    }
    return [f"{name}: {used:,.0f}" for name, (used, most) in bounds.items() if used > most]


def page_of(graded):
    """The page that a student gets for a graded notebook, without a gradebook."""
    exercises = [ExerciseFeedback(verdict, {}, "") for verdict in exercise_verdicts(graded)]
    page = FeedbackPage("mallory", TOY, 0.0, 7.0, 0.0, (), tuple(exercises))
    return render("feedback", page=page)


def honest_is_graded_as_ever(world):
    _, examined = grade(world, world.parents[True], world.honest())
    assert [v for v in examined.verdicts if not v.passed] == []


# --------------------------------------------------------------------------------- the attacks


def test_there_are_many_attacks_of_every_kind():
    assert len(ATTACKS) >= 75
    assert set(GAINS) == {gain for attack in ATTACKS.values() for gain in attack.gains}
    for name in set(ATTACKS) - set(IN_ROOMS):
        assert callable(importlib.import_module(f"attacks.{name}").hand_in)


def test_answers_that_are_merely_wrong_gain_nothing(world):
    assert gains_of(world, world.notebook(())) == {}


@pytest.mark.parametrize("name", IN_ROOMS)
def test_an_attack_gains_nothing(world, name):
    assert gains_of(world, world.attacked(ATTACKS[name])) == {}
    if "neighbour" in ATTACKS[name].gains:
        honest_is_graded_as_ever(world)


def test_honest_work_is_graded_rightly_after_all_of_them(world):
    honest_is_graded_as_ever(world)
    assert gains_of(world, world.notebook(())) == {}


# ------------------------------------------------------------- what would be, without the walls


@pytest.fixture(scope="module")
def in_one_process(world):
    """What passed, what was printed and who lives, where tests share the student's process."""
    jobs = []
    for name in WITHOUT["rooms"]:
        notebook = world.attacked(ATTACKS[name])
        restored = restore(read_submission(json.dumps(notebook).encode()), world.source)
        jobs.append(
            [
                {"source": cell.source, "test": mark["grade_id"] if mark.get("grade") else ""}
                for cell in restored.notebook.cells
                if cell.cell_type == "code"
                for mark in [cell.metadata.get("nbgrader", {})]
                if mark.get("grade_id") != "network-layers"  # TensorFlow is slow to import
            ]
        )
    script = REPOSITORY.root / "tests" / "attacks" / "_one_process.py"
    done = subprocess.run(
        [sys.executable, script], input=json.dumps(jobs), capture_output=True, text=True
    )
    survivors = named_processes(world.host.name)
    world.host.clean()
    assert done.returncode == 0, done.stderr
    results = dict(zip(WITHOUT["rooms"], json.loads(done.stdout), strict=True))
    return {name: {**result, "survivor": survivors} for name, result in results.items()}


class TestWithoutAWall:
    """Only what such an attack is after counts here: it may well gain more."""

    @pytest.mark.parametrize("name", WITHOUT["jail"])
    def test_without_the_jail_it_succeeds(self, world, name):
        try:
            found = gains_of(world, world.attacked(ATTACKS[name]), jail=False)
            if "neighbour" in ATTACKS[name].gains:
                _, examined = grade(world, world.parents[False], world.honest())
                found["neighbour"] = [v.grade_id for v in examined.verdicts if not v.passed]
        finally:
            world.host.clean()
        assert any(found.get(gain) for gain in ATTACKS[name].gains), found

    @pytest.mark.parametrize("name", WITHOUT["rooms"])
    def test_in_the_students_own_process_it_succeeds(self, world, in_one_process, name):
        result = in_one_process[name]
        secrets = canaries_in(result["printed"], world.canaries)
        found = {**result, "points": result["passed"], "secret": secrets}
        assert any(found.get(gain) for gain in ATTACKS[name].gains), found

    @pytest.mark.parametrize("name", WITHOUT["escaping"])
    def test_without_escaping_it_succeeds(self, world, name, monkeypatch):
        ours = course.grading.pages._environment
        careless = jinja2.Environment(loader=ours.loader, trim_blocks=True, lstrip_blocks=True)
        careless.filters.update({**ours.filters, "python": str})
        careless.globals.update(ours.globals)
        monkeypatch.setattr(course.grading.pages, "_environment", careless)
        assert "reader" in gains_of(world, world.attacked(ATTACKS[name]))


# ------------------------------------------------- what is read before a room is there to bound it


@pytest.mark.parametrize("name", OUTSIDE)
def test_to_read_it_and_to_show_it_takes_little(world, name, tmp_path):
    toy = ToyCourse(tmp_path)
    toy.workspace.source(TOY).write_text(nbformat.writes(world.source), "utf-8")
    folder = tmp_path / "submitted" / "mallory" / TOY
    folder.mkdir(parents=True)
    importlib.import_module(f"attacks.{name}").hand_in(folder, world.notebook(()))
    with taking_at_most(seconds=15, memory=800 * MIB):
        handed_in = take_in(toy.course, TOY, "mallory")
        restored = restore(read_submission(handed_in.notebook), world.source)
        make_job(restored.notebook, world.source, handed_in.contents())
        page_of(restored.notebook)
        answers = {e.name: e.code for e in exercise_verdicts(restored.notebook)}
        similar_pairs({"mallory": answers, "trudy": answers})


@contextlib.contextmanager
def taking_at_most(seconds, memory):
    """Fail if what runs inside takes more processor time, or more memory at any one moment."""
    Path("/proc/self/clear_refs").write_text("5")  # the peak is from now on
    before = _status("VmRSS")
    limit = signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, limit)
    assert _status("VmHWM") - before < memory


def _too_long(*_):
    raise TimeoutError("it takes too long")


def _status(name):
    text = Path("/proc/self/status").read_text()
    return 1024 * int(re.search(rf"^{name}:\s+(\d+)", text, re.MULTILINE).group(1))


# ---------------------------------------------------------------------- attacks on who reads it


@pytest.fixture(scope="module")
def graded_class(world):
    """Everything that attacks a reader or by its file, and two honest students, in one class."""
    toy = world.course
    toy.hand_in("ada", world.honest())
    for name in ON_READERS:
        folder = toy.workspace.root / "submitted" / student_of(name) / TOY
        folder.mkdir(parents=True)
        if ATTACKS[name].by_file:
            importlib.import_module(f"attacks.{name}").hand_in(folder, world.notebook(()))
        else:
            notebook = world.attacked(ATTACKS[name])
            (folder / f"{TOY}.ipynb").write_text(json.dumps(notebook), "utf-8")
    done = list(grade_lesson(toy.course, TOY, submissions(toy.course, TOY)))
    pages = dict(write_feedback(toy.course, TOY))
    return {result.student: result for result in done}, pages, write_report(toy.course, TOY)


def student_of(name):
    if not ATTACKS[name].by_file:
        return name
    return getattr(importlib.import_module(f"attacks.{name}"), "STUDENT", name)


class TestAClass:
    @pytest.mark.parametrize("name", ON_READERS)
    def test_an_attack_scores_nothing_and_its_page_is_harmless(self, graded_class, name):
        results, pages, _ = graded_class
        assert results[student_of(name)].score == 0
        page = pages[student_of(name)].read_text("utf-8")
        assert faults_of_page(page) == set()

    @pytest.mark.parametrize("name", ON_READERS)
    def test_what_a_terminal_shows_of_it_is_text(self, graded_class, name):
        results, _, _ = graded_class
        for note in results[student_of(name)].notes:
            assert faults_of_text(note) == set()

    @pytest.mark.parametrize("name", ON_READERS)
    def test_the_graded_notebook_opens_harmlessly(self, world, graded_class, name):
        folder = world.course.workspace.root / "autograded" / student_of(name) / TOY
        notebook = nbformat.read(folder / f"{TOY}.ipynb", as_version=4)
        for cell in notebook.cells:
            for output in cell.get("outputs", ()):
                kinds = {output.output_type} | set(output.get("data", ()))
                assert kinds <= {"stream", "error"}
        # The Formgrader shows it through the same exporter, with the course's configuration.
        exporter = HTMLExporter(config=world.course.course.config, template_name="basic")
        page = exporter.from_notebook_node(notebook)[0]
        # As in JupyterLab, text may turn and be long there: the instructor looks at a notebook.
        assert {f for f in faults_of_page(page) if f.startswith(ACTIVE)} == set()

    @pytest.mark.parametrize("student", ["ada", "zoe"])
    def test_honest_students_have_full_marks(self, graded_class, student):
        results, _, _ = graded_class
        assert (results[student].status, results[student].score) == ("graded", 7)

    def test_the_report_is_harmless(self, graded_class):
        _, _, report = graded_class
        text = report.page.read_text("utf-8")
        ours = (REPOSITORY.root / "course" / "grading" / "templates" / "sort.js").read_text("utf-8")
        assert text.count(script := f"<script>{ours}</script>") == 1
        page = text.replace(script, "")
        assert faults_of_page(page, styles=2, links="../feedback/") == set()

    def test_the_table_holds_no_formula(self, graded_class):
        _, _, report = graded_class
        for path in (report.table, report.moodle, report.canvas):
            assert faults_of_table(path.read_bytes().decode().replace("\r\n", "\n")) == set()

    def test_no_page_holds_a_canary(self, world, graded_class):
        _, pages, report = graded_class
        for student, page in pages.items():
            kinds = canaries_in(page.read_text("utf-8"), world.canaries)
            assert kinds == set(), student
        table = report.page.read_text("utf-8") + report.table.read_text("utf-8")
        assert canaries_in(table, world.canaries) <= {"gradebook"}  # zoe's first name
