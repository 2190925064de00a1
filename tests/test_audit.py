"""The audit finds what it should in a toy lesson, and its mutants are what they claim to be."""

import ast
import json

import nbformat
import pytest
from conftest import LESSONS, REPOSITORY, TOY

from course.audit.alone import judge_alone
from course.audit.bank import bank_of
from course.audit.equivalent import load_equivalents
from course.audit.mutants import mutants_of
from course.audit.page import draw_heat_map, write_page
from course.audit.results import Audited, Cascade, ExerciseAudit, LessonAudit, Share
from course.audit.run import audit_lesson
from course.audit.variants import Variant, visible_and_hidden
from course.authoring.build import build_notebook
from course.errors import CourseError
from course.grading.jail import find_bwrap

RIGHT_ANSWER = "# expect: pass\n# why: adds\ndef double(x):\n    return x + x\n"
MEMORISED = "# expect: fail\n# why: knows the example\ndef double(x):\n    return 4\n"
ADDED = "# expect: fail\n# why: adds 3\ndef double(x):\n    return x + 3\n"
TRIPLE = "# expect: fail\n# why: squares\ndef triple(x):\n    return x * x\n"


def answers_of(lesson):
    notebook = nbformat.read(REPOSITORY.source(lesson), as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("solution"):
            yield cell.metadata["nbgrader"]["grade_id"], cell.source


def _cells_of(lesson):
    notebook = nbformat.read(REPOSITORY.source(lesson), as_version=4)
    marks = [(cell, cell.metadata.get("nbgrader", {})) for cell in notebook.cells]
    return [c.source for c, m in marks if c.cell_type == "code" and m.get("grade")]


# ------------------------------------------------------------------------------------- mutants


@pytest.mark.parametrize(
    "line, expected",
    [
        ("return a < b", {"return a <= b", "return a >= b", "return None"}),
        ("return a == b", {"return a != b", "return None"}),
        ("return a - b", {"return a + b", "return b - a", "return None"}),
        ("return a @ b", {"return a * b", "return b @ a", "return None"}),
        ("return -a", {"return a", "return None"}),
        ("x = 3", {"x = 4"}),
        ("x = 0.0", {"x = 1.0"}),
        ("x = 1e-3", {"x = 0.002"}),
        ("x += y", {"x -= y"}),
        ("x = a and b", {"x = a or b"}),
        ("x = not a", {"x = a"}),
        ("x = True", {"x = False"}),
        ("x = y.sum(axis=0)", {"x = y.sum()", "x = y.sum(axis=-1)", "x = y", "x = y.sum(axis=1)"}),
        ("x = np.maximum(a, b)", {"x = a"}),
        ("x = f(a, b)", {"x = a", "x = f(b, a)"}),
        ("optimizer.apply(g)", {"optimizer"}),
        ("self.reset()", {"pass"}),
        ("x = a[1:n]", {"x = a[2:n]", "x = a[1:n + 1]"}),
        ("x = range(n)", {"x = n", "x = range(n + 1)", "x = range(n - 1)"}),
        ("x = f'{a + b} of 3'", set()),
        ("raise ValueError('3', 1 + 2)", set()),
        ("x: Literal[3] = y", set()),
    ],
)
def test_the_mutants_of_a_line(line, expected):
    found = mutants_of(f"def f():\n    {line}")
    assert {mutant.code.strip().removeprefix("def f():\n    ") for mutant in found} == expected


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_mutant_parses_and_differs_in_one_place(lesson):
    for _, source in answers_of(lesson):
        original, mutants = ast.parse(source), mutants_of(source)
        for mutant in mutants:
            assert _differences(original, ast.parse(mutant.code)) == 1, mutant.name
        for values in ([m.name for m in mutants], [m.code for m in mutants]):
            assert len(set(values)) == len(values)
        assert mutants_of(source) == mutants


def _differences(a, b):
    """In how many places two trees differ; a part that differs in two of its parts is one."""
    if type(a) is not type(b):
        return 1
    if isinstance(a, ast.AST):
        fields = [f for f in a._fields if f not in ("ctx", "kind", "type_comment")]
        return min(1, sum(_differences(getattr(a, f), getattr(b, f)) for f in fields))
    if isinstance(a, list):
        if len(a) != len(b):
            return 1
        return sum(_differences(x, y) for x, y in zip(a, b, strict=True))
    return int(a != b)


def test_only_the_solution_is_changed_and_names_do_not_hang_on_the_docstring():
    code = (
        "def f(x, n=1):\n    '''Text.'''\n    ### BEGIN SOLUTION\n    return x + 1\n"
        "    ### END SOLUTION\n\n\nk = 2\n"
    )
    names = {m.name for m in mutants_of(code)}
    assert names == {"return-none@1:4", "arithmetic-add-sub@1:15", "constant@1:15"}
    longer = code.replace("'''Text.'''", "'''Text.\n\n    More of it.\n    '''")
    assert {m.name for m in mutants_of(longer)} == names
    assert all("k = 2" in m.code and "n=1" in m.code for m in mutants_of(code))


# ------------------------------------------------------------------------- equivalents and bank


@pytest.mark.parametrize(
    "text, said",
    [
        ('[double]\n"a@1:1" = "same"\n', None),
        ('[double]\n"gone@1:1" = "same"\n', "no mutant 'gone@1:1'"),
        ('[treble]\n"a@1:1" = "same"\n', "no exercise"),
        ('[double]\n"a@1:1" = " "\n', "say why"),
        ("[double\n", "equivalent.toml"),
    ],
)
def test_an_equivalent_that_is_stale_or_has_no_reason_is_an_error(tmp_path, text, said):
    (tmp_path / "equivalent.toml").write_text(text, "utf-8")
    if said is None:
        assert load_equivalents(tmp_path, {"double": ["a@1:1"]}) == {"double": {"a@1:1": "same"}}
        return
    with pytest.raises(CourseError, match=said):
        load_equivalents(tmp_path, {"double": ["a@1:1"]})


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_equivalents_of_every_lesson_are_mutants(lesson):
    mutants = {name: [m.name for m in mutants_of(source)] for name, source in answers_of(lesson)}
    load_equivalents(REPOSITORY.root / "tests" / "variants" / lesson, mutants)


def test_the_best_that_was_said_counts():
    bank = bank_of(
        [
            "check.close(f(1), 2, mistakes={'the bias is missing': 1}, hint='look at the sum')\n"
            "check.that(a, 'the output: should be above one half')"
        ]
    )
    assert bank.told(["✗ f(1): the bias is\nmissing", None]) == "mistake"
    assert bank.told(["✗ the output: should be above one half"]) == "mistake"
    assert bank.told(["✗ f(1): look at the sum"]) == "hint"
    assert bank.told(["✗ f(1): the values differ"]) == "neither"


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_parts_of_every_test_cell_are_whole_statements(lesson):
    for source in _cells_of(lesson):
        for _, part in visible_and_hidden(source):
            ast.parse(part)


# ---------------------------------------------------------------------------------- in one process


def test_an_answer_that_loops_or_ends_python_is_stopped(toy):
    codes = (
        "def double(x):\n    while True: pass",
        "import os\nos._exit(0)",
        "def double(x):\n    return 2 * x",
    )
    answers = [Variant("double", str(n), "fail", "x", code) for n, code in enumerate(codes)]
    path = toy.workspace.source(TOY)
    found = dict(judge_alone(path, answers, seconds=5, workers=2))
    assert found[0].messages == {"": "takes longer than 5 s"}
    assert found[1].messages == {"": "ends Python itself"}
    assert found[2].passed


def test_a_lesson_whose_imports_fail_is_one_sentence(toy):
    path = toy.workspace.source(TOY)
    path.write_text(path.read_text("utf-8").replace("import sys", "import no_such_module"), "utf-8")
    answer = Variant("double", "x", "pass", "x", "double = abs")
    with pytest.raises(CourseError, match="cannot be judged: .*no_such_module"):
        list(judge_alone(path, [answer], seconds=5, workers=1))


def write_variants(toy, **files):
    for name, text in files.items():
        exercise = "triple" if "triple" in text else "double"
        path = toy.workspace.root / "tests" / "variants" / TOY / exercise / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_a_fast_audit_of_a_toy_lesson(toy):
    write_variants(toy, adds=RIGHT_ANSWER, memorised=MEMORISED, added=ADDED, squared=TRIPLE)
    stages = []
    audit = audit_lesson(
        toy.course, TOY, fast=True, report=lambda *s: stages.append(s) if s[1] == s[2] else None
    )
    double, triple = audit.exercises
    assert (double.right, double.wrong, double.visibly) == (Share(2, 2), Share(2, 2), Share(1, 2))
    assert {a.name: a.caught_by for a in double.answers if a.kind == "wrong"} == {
        "memorised": "hidden",
        "added": "visible",
    }
    assert triple.right == Share(1, 1) and triple.wrong == Share(1, 1)
    assert double.killed.part == double.killed.whole == 3  # no return, another sign, 3 for 2
    assert stages == [("in one process", 12, 12)] and not audit.shortfalls()
    with pytest.raises(CourseError, match="there are: double, triple"):
        audit_lesson(toy.course, TOY, "treble", fast=True)


def test_a_weak_test_an_unfair_one_and_a_wrong_mark_are_told(toy):
    text = toy.workspace.text(TOY)
    weak = text.read_text("utf-8").replace("check.close(triple(2), 6", "check.close(triple(3), 9")
    text.write_text(weak, "utf-8")
    build_notebook(toy.workspace, TOY, force=True)
    write_variants(toy, squared=TRIPLE, unfair=RIGHT_ANSWER.replace("x + x", "x + 1"))
    folder = toy.workspace.root / "tests" / "variants" / TOY
    (folder / "equivalent.toml").write_text('[double]\n"return-none@1:4" = "none"\n', "utf-8")
    said = "\n".join(audit_lesson(toy.course, TOY, fast=True).shortfalls())
    assert "triple/squared: wrong, but passes (squares)" in said
    assert "double/unfair: right, but fails (adds)" in said
    assert "double/return-none@1:4: marked as equivalent, but fails" in said


@pytest.mark.skipif(find_bwrap() is None, reason="no jail can be built here")
def test_the_command_audits_in_both_ways_and_fails_below_the_bar(toy, tmp_path):
    write_variants(toy, adds=RIGHT_ANSWER, added=ADDED, squared=TRIPLE)
    done = toy.run("course", "audit", TOY, "double", "--json", "found.json")
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads((toy.workspace.root / "found.json").read_text("utf-8"))[0]
    answers = found["exercises"][0]["answers"]
    assert all(a["in_rooms"] is a["accepted"] and not a["differs"] for a in answers)
    assert [(c["exercise"], c["answer"], c["holds"]) for c in found["cascades"]] == [
        ("double", "empty", True),
        ("double", "added", True),
    ]
    assert "<svg" in (toy.workspace.root / "reports" / "audit.html").read_text("utf-8")
    write_variants(toy, wrongly_right=ADDED.replace("fail", "pass"))
    done = toy.run("course", "audit", TOY, "double", "--fast")
    assert done.returncode == 1 and "right, but fails" in done.stdout


@pytest.mark.skipif(find_bwrap() is None, reason="no jail can be built here")
def test_an_answer_may_use_what_the_exercises_above_it_ask_for(toy):
    helped = "# expect: pass\n# why: doubles first\ndef triple(x):\n    return double(x) + x\n"
    write_variants(toy, helped=helped)
    (exercise,) = audit_lesson(toy.course, TOY, "triple").exercises
    (answer,) = [a for a in exercise.answers if a.name == "helped"]
    assert answer.accepted and answer.in_rooms and not answer.differs


# ------------------------------------------------------------------------------ results and page


def audit_with(*answers, cascades=()):
    return LessonAudit(TOY, (ExerciseAudit("double", answers),), cascades)


@pytest.mark.parametrize(
    "answer, said",
    [
        (Audited("double", "a", "right", "w", accepted=True, in_rooms=False), "right, but fails"),
        (Audited("double", "a", "wrong", "w", accepted=False, in_rooms=True), "wrong, but passes"),
        (Audited("double", "a", "wrong", "w", False, False, differs=("t",)), "judged otherwise"),
        (Audited("double", "a", "mutant", "w", accepted=True), "0/1 are killed"),
    ],
)
def test_what_falls_short(answer, said):
    (line,) = audit_with(answer).shortfalls()
    assert said in line


@pytest.mark.parametrize(
    "cascade, holds",
    [
        (Cascade("double", "empty", ("a", "b"), (), ()), True),
        (Cascade("double", "empty", ("a",), ("b",), ()), False),
        (Cascade("double", "added", ("a",), ("b",), ()), True),
        (Cascade("double", "added", (), ("a", "b"), ()), False),
        (Cascade("double", "added", ("a",), (), ("c",)), False),
        (Cascade("double", "added", (), (), (), broken="the rooms broke down"), False),
    ],
)
def test_a_mistake_may_cost_points_of_its_own_exercise_alone(cascade, holds):
    assert cascade.holds is holds
    assert bool(audit_with(cascades=(cascade,)).shortfalls()) is not holds


def test_the_page_escapes_what_it_shows_and_frames_what_is_below_the_bar(tmp_path):
    survivor = Audited("double", "constant@1:3", "mutant", "<b>2</b> → 3", accepted=True)
    audit = audit_with(survivor)
    write_page(tmp_path / "reports" / "audit.html", [audit])
    page = (tmp_path / "reports" / "audit.html").read_text("utf-8")
    assert "&lt;b&gt;2&lt;/b&gt; → 3" in page and "<b>2" not in page
    assert len(draw_heat_map(audit).axes[0].patches) == 1
    assert not draw_heat_map(audit_with()).axes[0].patches
