"""What students get: a zip that works alone and has no secret, a page that tells their progress."""

import io
import subprocess
import sys
import zipfile

import nbformat
import pytest
from conftest import LESSONS, REPOSITORY, RIGHT, TOY
from test_lessons import secret_lines

from course.authoring.bundle import NAME, write_bundle
from course.errors import CourseError
from course.progress import progress
from course.start import start_page
from course.workspace import Workspace


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    return write_bundle(REPOSITORY, tmp_path_factory.mktemp("bundle") / "students.zip")


def members(archive: bytes) -> dict[str, bytes]:
    """All files of a zip by name, those of the wheel inside it too."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        found = {name: opened.read(name) for name in opened.namelist()}
    for name in [name for name in found if name.endswith(".whl")]:
        found |= members(found.pop(name))
    return found


class TestBundle:
    def test_it_holds_every_released_lesson_and_what_is_needed_to_run_it(self, bundle):
        names = set(members(bundle.read_bytes()))
        for name in ("START.ipynb", "requirements.txt", "README.txt", "LICENSE"):
            assert f"{NAME}/{name}" in names
        for lesson in LESSONS:
            assert f"{NAME}/{lesson}/{lesson}.ipynb" in names
        assert {"course/check.py", "course/datasets/files/penguins.csv"} <= names

    def test_nothing_of_the_instructors_side_is_in_it(self, bundle):
        for name in members(bundle.read_bytes()):
            assert not name.startswith(("course/grading", "course/authoring", "course/audit"))
            assert not name.startswith(("course/lessons", "tests", "source", f"{NAME}/source"))

    @pytest.mark.parametrize("lesson", LESSONS)
    def test_no_line_of_a_solution_or_hidden_test_is_in_its_notebook(self, bundle, lesson):
        """The package's modules are not searched: they may well do what a short line does."""
        content = members(bundle.read_bytes())[f"{NAME}/{lesson}/{lesson}.ipynb"]
        cells = nbformat.reads(content.decode(), as_version=4).cells
        lines = {line.strip() for cell in cells for line in cell.source.splitlines()}
        secrets = secret_lines(lesson)
        assert secrets and not lines.intersection(secrets)

    def test_no_region_of_a_solution_or_hidden_test_is_anywhere_in_it(self, bundle):
        for name, content in members(bundle.read_bytes()).items():
            if name != "course/check.py":  # its docstring may speak of the marks
                assert b"### BEGIN SOLUTION" not in content, name
                assert b"### BEGIN HIDDEN TESTS" not in content, name

    def test_the_same_lessons_make_the_same_list_of_files(self, bundle, tmp_path):
        again = write_bundle(REPOSITORY, tmp_path / "again.zip")
        first, second = members(bundle.read_bytes()), members(again.read_bytes())
        assert first == second

    def test_every_lessons_imports_work_with_nothing_but_the_wheel(self, bundle, tmp_path):
        found = members(bundle.read_bytes())
        for name, content in found.items():
            if name.startswith("course/"):
                (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name).write_bytes(content)
        imports = set()
        for lesson in LESSONS:
            notebook = nbformat.reads(found[f"{NAME}/{lesson}/{lesson}.ipynb"].decode(), 4)
            setup = "\n".join(
                cell.source for cell in notebook.cells if "setup" in cell.metadata.get("tags", ())
            )
            imports.add(setup)
        program = f"""
            import ast, importlib.util, sys
            sys.meta_path[:] = [f for f in sys.meta_path if "editable" not in repr(f).lower()]
            sys.path = [{str(tmp_path)!r}] + [p for p in sys.path if p != {str(REPOSITORY.root)!r}]
            for setup in {sorted(imports)!r}:
                for statement in ast.parse(setup).body:
                    if isinstance(statement, (ast.Import, ast.ImportFrom)):
                        exec(ast.unparse(statement), {{}})
            import course
            assert course.__file__.startswith({str(tmp_path)!r}), course.__file__
            assert importlib.util.find_spec("course.grading") is None
        """
        program = "\n".join(line[12:] for line in program.splitlines())
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path
        )
        assert done.returncode == 0, done.stderr

    def test_a_course_without_a_release_is_an_error_that_says_what_to_do(self, tmp_path):
        with pytest.raises(CourseError, match="course release"):
            write_bundle(Workspace(tmp_path))


class TestProgress:
    @pytest.fixture
    def lesson(self, toy):
        folder = toy.workspace.root / "mine"

        def save(**answers: str) -> nbformat.NotebookNode:
            notebook = toy.answered(**answers)
            path = folder / TOY / f"{TOY}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(notebook, path)
            return notebook

        save.folder, save.path = folder, folder / TOY / f"{TOY}.ipynb"
        return save

    def test_an_untouched_lesson_is_to_be_begun(self, lesson):
        lesson()
        (found,) = progress(lesson.folder).lessons
        assert (found.begun, found.solved, found.next_step) == (0, 0, "begin")

    def test_an_answer_that_no_test_was_run_on_is_begun_and_not_solved(self, lesson):
        lesson(double=RIGHT["double"])
        (found,) = progress(lesson.folder).lessons
        assert (found.begun, found.solved, found.next_step) == (1, 0, "go on")

    @pytest.mark.parametrize("fails", [True, False])
    def test_an_exercise_is_solved_when_its_tests_ran_and_none_failed(self, lesson, fails):
        notebook = lesson(**RIGHT)
        error = nbformat.v4.new_output("error", ename="E", evalue="no", traceback=[])
        for count, cell in enumerate(notebook.cells):
            if cell.cell_type == "code":
                cell.execution_count = count
                is_triple = cell.metadata.get("nbgrader", {}).get("grade_id", "")[:6] == "triple"
                cell.outputs = [error] if fails and is_triple else []
        nbformat.write(notebook, lesson.path)
        (found,) = progress(lesson.folder).lessons
        assert found.exercises == 2 and found.solved == (1 if fails else 2)
        assert ("hand in" in found.next_step) is not fails

    def test_a_file_that_is_no_notebook_is_named_and_the_others_are_shown(self, lesson):
        lesson()
        broken = lesson.folder / "02-broken" / "02-broken.ipynb"
        broken.parent.mkdir()
        broken.write_text("{", "utf-8")
        shown = str(progress(lesson.folder))
        assert "02-broken" in shown and "cannot be read" in shown and TOY in shown
        assert "cannot be read" in progress(lesson.folder)._repr_html_()

    def test_an_empty_folder_says_so(self, tmp_path):
        assert "no lesson" in str(progress(tmp_path))

    def test_the_start_page_is_the_same_every_time_and_runs(self):
        notebook = nbformat.reads(start_page(), as_version=4)
        assert start_page() == start_page()
        (code,) = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        scope: dict = {}
        exec(code, scope)
        assert callable(scope["progress"])
