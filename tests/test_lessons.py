"""Every lesson is complete, clean and fair, as text, as source and as release."""

import functools
import re
import subprocess
import sys

import nbformat
import pytest
from conftest import LESSONS, REPOSITORY, ToyCourse
from nbgrader.nbgraderformat import SCHEMA_VERSION, MetadataValidator

from course.authoring.release import run_notebook, write_release
from course.exercises import exercise_of

# The names of the curriculum: what students write, lesson by lesson.
CURRICULUM = {
    "01-data": [
        "problem_types",
        "describe_dataset",
        "train_val_test_split",
        "standardise",
        "one_hot",
        "choose_k",
        "assign_clusters",
        "update_centres",
        "pseudo_label",
    ],
    "02-neurons": [
        "neuron",
        "dense",
        "collapse",
        "relu",
        "leaky_relu",
        "sigmoid",
        "tanh",
        "forward",
        "count_parameters",
        "xor_network",
    ],
    "03-keras-models": [
        "build_sequential",
        "build_functional",
        "SimpleMLP",
        "ScaledDense",
        "parameters_by_layer",
        "fit_regression",
        "save_and_restore",
    ],
    "04-losses": [
        "mse",
        "mae",
        "is_smooth_at",
        "HuberLoss",
        "softmax",
        "cross_entropy",
        "binary_cross_entropy",
        "is_convex_on",
        "which_loss",
    ],
    "05-gradient-descent": [
        "numerical_gradient",
        "gradient_descent",
        "learning_rate_regimes",
        "momentum",
        "stop_when_no_improvement",
        "initialise",
        "minibatches",
    ],
    "06-training-loops": [
        "gradient_of",
        "train_step",
        "train_epoch",
        "evaluate",
        "fit",
        "fix_the_loop",
        "compiled_step",
        "ClippedModel",
    ],
    "07-backpropagation": [
        "chain",
        "Value",
        "dense_backward",
        "relu_backward",
        "softmax_cross_entropy_backward",
        "backpropagate",
        "gradient_check",
        "gradient_norms_by_depth",
    ],
    "08-convolution": [
        "output_size",
        "conv2d",
        "pool2d",
        "flatten_size",
        "batch_norm",
        "layer_norm",
        "dropout",
        "ResidualBlock",
        "build_cnn",
    ],
    "12-transfer-learning": [
        "freeze",
        "extract_features",
        "build_classifier",
        "fine_tune",
        "label_efficiency",
        "build_two_headed",
        "multitask_loss",
        "distillation_loss",
        "how_many_layers",
    ],
}
SECONDS_PER_CELL = 120  # a guard against hanging, far above the budget of a lesson


def read(path):
    return nbformat.read(path, as_version=4)


def marks(notebook):
    return [c.metadata["nbgrader"] for c in notebook.cells if "nbgrader" in c.metadata]


def is_stopped_by_the_stub(cell) -> bool:
    return any(
        output.output_type == "error" and output.ename == "NotImplementedError"
        for output in cell.outputs
    )


def test_every_lesson_of_the_curriculum_so_far_is_here():
    assert sorted(CURRICULUM) == LESSONS


@pytest.mark.parametrize("lesson", LESSONS)
class TestSource:
    def test_every_exercise_of_the_curriculum_is_there_by_name(self, lesson):
        answers = [
            cell.source
            for cell in read(REPOSITORY.source(lesson)).cells
            if cell.metadata.get("nbgrader", {}).get("solution")
        ]
        for name in CURRICULUM[lesson]:
            defines = re.compile(rf"^(def|class) {name}\b|^{name}\b.*=", re.MULTILINE)
            assert any(defines.search(source) for source in answers), name

    def test_metadata_is_valid_nbgrader_schema_3(self, lesson):
        notebook = read(REPOSITORY.source(lesson))
        nbformat.validate(notebook)
        MetadataValidator().validate_nb(notebook)
        assert {mark["schema_version"] for mark in marks(notebook)} == {SCHEMA_VERSION}

    def test_ids_are_readable_and_unique(self, lesson):
        ids = [cell.id for cell in read(REPOSITORY.source(lesson)).cells]
        assert len(set(ids)) == len(ids)
        assert not [name for name in ids if not re.fullmatch(r"[A-Za-z0-9][\w-]{0,63}", name)]

    def test_every_answer_is_followed_by_a_test_of_its_own(self, lesson):
        notebook = [c for c in read(REPOSITORY.source(lesson)).cells if "nbgrader" in c.metadata]
        for cell, following in zip(notebook, [*notebook[1:], None], strict=True):
            mark = cell.metadata["nbgrader"]
            if mark["solution"] and not mark["grade"]:
                assert following is not None, mark["grade_id"]
                assert following.metadata["nbgrader"]["grade"], mark["grade_id"]
                test_id = following.metadata["nbgrader"]["grade_id"]
                assert exercise_of(test_id) == mark["grade_id"]
                assert "### BEGIN SOLUTION" in cell.source and "### END SOLUTION" in cell.source

    def test_every_exercise_is_worth_one_to_three_points_and_has_a_hidden_test(self, lesson):
        points, hidden = {}, set()
        for cell in read(REPOSITORY.source(lesson)).cells:
            mark = cell.metadata.get("nbgrader", {})
            if mark.get("grade"):
                name = exercise_of(mark["grade_id"])
                points[name] = points.get(name, 0) + mark["points"]
                hidden |= {name} if "### BEGIN HIDDEN TESTS" in cell.source else set()
        assert {name: p for name, p in points.items() if not 1 <= p <= 3} == {}
        assert set(points) == hidden

    def test_it_imports_of_the_course_only_what_students_get(self, lesson):
        for cell in read(REPOSITORY.source(lesson)).cells:
            if cell.cell_type == "code":
                assert not re.search(r"course\.(grading|audit|authoring|cli|lessons)", cell.source)


@pytest.mark.parametrize("step", ["source", "release"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_no_output_and_no_count_is_committed(lesson, step):
    for cell in read(getattr(REPOSITORY, step)(lesson)).cells:
        if cell.cell_type == "code":
            assert cell.outputs == [] and cell.execution_count is None, cell.id


@pytest.fixture(scope="session")
def rebuilt(tmp_path_factory):
    """A course in which every lesson has been released anew."""
    toy = ToyCourse(tmp_path_factory.mktemp("rebuilt"))
    for lesson in LESSONS:
        toy.workspace.source(lesson).parent.mkdir(parents=True)
        toy.workspace.source(lesson).write_bytes(REPOSITORY.source(lesson).read_bytes())
        write_release(toy.course, lesson)
    return toy.workspace


@pytest.mark.parametrize("lesson", LESSONS)
class TestRelease:
    def test_the_committed_release_is_what_nbgrader_makes_of_the_source(self, lesson, rebuilt):
        committed = read(REPOSITORY.release(lesson))
        assert committed == read(rebuilt.release(lesson)), f"run `course release {lesson}`"

    def test_it_holds_no_solution_and_no_hidden_test(self, lesson):
        released = REPOSITORY.release(lesson).read_text("utf-8")
        assert "HIDDEN" not in released and "SOLUTION" not in released
        shown = {
            line.strip() for cell in read(REPOSITORY.release(lesson)).cells
            for line in cell.source.splitlines()
        }  # fmt: skip
        secrets = [line for line in secret_lines(lesson) if line in shown]
        assert [line for line in secrets if len(line) > 40] == []

    def test_cells_of_the_instructor_are_locked(self, lesson):
        for cell in read(REPOSITORY.release(lesson)).cells:
            mark = cell.metadata.get("nbgrader", {})
            if mark.get("grade") or mark.get("locked"):
                assert cell.metadata.get("editable") is False, cell.id
                assert cell.metadata.get("deletable") is False, cell.id


def secret_lines(lesson):
    """Every line of a solution or hidden test that is not visible elsewhere in the source."""
    secret, visible = [], set()
    region = re.compile(
        r"^[ \t]*### BEGIN (SOLUTION|HIDDEN TESTS).*?### END \1", re.DOTALL | re.MULTILINE
    )
    for cell in read(REPOSITORY.source(lesson)).cells:
        secret += [line.strip() for part in region.finditer(cell.source)
                   for line in part.group(0).splitlines()[1:-1]]  # fmt: skip
        visible |= {line.strip() for line in region.sub("", cell.source).splitlines()}
    # A bracket alone on its line says nothing.
    return [line for line in secret if re.search(r"\w", line) and line not in visible]


@functools.cache
def executed(lesson, run=1):
    """A lesson's source with its outputs, and its score; each `run` has a fresh kernel."""
    notebook = read(REPOSITORY.source(lesson))
    return notebook, run_notebook(notebook, timeout=SECONDS_PER_CELL)


def printed(notebook):
    """What each cell prints or returns as text, without times and addresses in memory."""
    varying = re.compile(r"\d+(\.\d+)?(?= m?s\b)|0x[0-9a-f]+")
    texts = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "stream":
                text = output.text if output.name == "stdout" else ""
            else:
                text = output.get("data", {}).get("text/plain", "") + "\n"
            texts[cell.id] = texts.get(cell.id, "") + varying.sub("…", text)
    return {name: text.split() for name, text in texts.items()}


@pytest.mark.parametrize("lesson", LESSONS)
class TestRunning:
    """Headless, each in a fresh kernel."""

    def test_the_source_scores_full_marks_and_runs_without_an_error(self, lesson):
        notebook, outcome = executed(lesson)
        assert outcome.failed == () and outcome.score == outcome.max_score > 0
        for cell in notebook.cells:
            for output in cell.get("outputs", ()):
                assert output.output_type != "error", (cell.id, output)
                if output.output_type == "stream":
                    assert "Warning" not in output.text, (cell.id, output.text)

    @pytest.mark.slow
    def test_it_prints_the_same_numbers_twice(self, lesson):
        once, again = (printed(executed(lesson, run)[0]) for run in (1, 2))
        assert once.keys() == again.keys()
        assert {name: text for name, text in once.items() if text != again[name]} == {}

    def test_the_release_scores_0_and_runs_up_to_its_first_exercise(self, lesson):
        notebook = read(REPOSITORY.release(lesson))
        outcome = run_notebook(notebook, timeout=SECONDS_PER_CELL)
        assert outcome.score == 0
        assert len(outcome.failed) == sum(mark["grade"] for mark in marks(notebook))
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("solution"):
                break
            assert not [o for o in cell.get("outputs", ()) if o.output_type == "error"], cell.id


def test_ruff_finds_nothing_in_package_tests_and_notebooks():
    for command in (["check"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "."],
            cwd=REPOSITORY.root,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
