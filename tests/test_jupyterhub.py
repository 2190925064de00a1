"""A class on one JupyterHub, in a real browser: release, fetch, hand in, grade, feedback.

The hub is the shipped one, under real accounts: those of a copy of /etc that only the hub sees.
"""

import contextlib
import importlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import nbformat
import pytest
from browser import PATIENCE, needs_browser, open_page, shoot
from conftest import BIN, REPOSITORY, RIGHT, TOY, ToyCourse, with_answers

from course.grading.jail import find_bwrap

SHIPPED = REPOSITORY.root / "deploy" / "jupyterhub"
COURSE_ID = "keras-courseware"
INSTRUCTOR, GRADER = "instructor", "grader"
STUDENTS = ("ada", "alan")
WRONG = RIGHT | {"double": "def double(x):\n    return x * x"}
SCORES = {"ada": 3, "alan": 2}
ANSWERS = {"ada": RIGHT, "alan": WRONG}
PASSWORD = "a word for trying"
BASE = Path("/srv/class")  # where the hub sees the class; this machine gets no such folder
NAMESPACES = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--")


def _hub_missing() -> str:
    """Why no hub can run here; empty if one can."""
    if find_spec("jupyterhub") is None or not (BIN / "configurable-http-proxy").exists():
        return "needs jupyterhub and configurable-http-proxy (see .ci/run)"
    if os.geteuid() != 0 or not all(map(shutil.which, ("useradd", "unshare"))):
        return "needs root, useradd and unshare, to make accounts that only the hub sees"
    if find_bwrap() is None:
        return "bubblewrap is not installed"
    tried = subprocess.run([*NAMESPACES, "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "root may not make namespaces here"


MISSING = _hub_missing()
needs_hub = pytest.mark.skipif(bool(MISSING), reason=MISSING)


@pytest.fixture
def classroom(monkeypatch):
    """The module that stands beside the hub's configuration."""
    monkeypatch.syspath_prepend(SHIPPED)
    yield importlib.import_module("classroom")
    sys.modules.pop("classroom")


def test_a_class_is_read(classroom, tmp_path):
    _write_class(tmp_path)
    room = classroom.read_classroom(tmp_path / "hub")
    assert room.people == (INSTRUCTOR, *STUDENTS)
    assert (room.course_id, room.grader, room.login) == (COURSE_ID, GRADER, "pam")
    assert (room.course, room.exchange) == (tmp_path / "course", tmp_path / "exchange")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("course/students.csv", "alan", "root", "account of the system"),
        ("course/students.csv", "alan", "Alan", "'Alan' cannot be an account"),
        ("course/students.csv", "alan", "../ada", "'../ada' cannot be an account"),
        ("course/students.csv", "alan", GRADER, "more than once"),
        ("course/students.csv", "id,", "name,", "no column id"),
        ("hub/class.toml", '"pam"\n', '"open"\n', "can be pam or shared-password"),
        ("hub/class.toml", "grader =", "garder =", "missing or unknown: garder, grader"),
        ("hub/class.toml", '["instructor"]', "[instructor]", "class.toml"),
    ],
)
def test_a_class_that_would_open_a_door_is_refused(classroom, tmp_path, file, old, new, said):
    _write_class(tmp_path)
    path = tmp_path / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(SystemExit, match=re.escape(said)):
        classroom.read_classroom(tmp_path / "hub")


@dataclass(frozen=True)
class Hub:
    """A hub at work."""

    address: str
    root: Path  # the class as this machine sees it: srv/course, srv/exchange, home/ada, ...
    process: subprocess.Popen

    @property
    def course(self) -> Path:
        return self.root / "srv" / "course"

    def home(self, name: str) -> Path:
        return self.root / "home" / name

    def run_as(self, name: str, *command: object) -> subprocess.CompletedProcess:
        """Run a command on the hub's machine as somebody, as in a terminal of theirs."""
        enter = ("nsenter", f"--target={self._inside()}", "--mount", "--pid")
        become = ("setpriv", f"--reuid={name}", f"--regid={name}", "--init-groups")
        environment = {"HOME": f"/home/{name}", "PATH": os.environ["PATH"]}
        environment["JUPYTER_CONFIG_PATH"] = str(BASE / "hub" / "jupyter" / "everyone")
        return subprocess.run(
            [*enter, *become, *map(str, command)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def command(self, name: str, *command: object) -> str:
        """What a command prints that must succeed."""
        done = self.run_as(name, *command)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def _inside(self) -> int:
        """A process that sees the hub's own /srv."""
        pid = self.process.pid
        while not Path(f"/proc/{pid}/root{BASE}").exists():
            pid = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0]
        return int(pid)


@pytest.fixture(scope="module")
def hub(tmp_path_factory) -> Iterator[Hub]:
    """The shipped hub with the toy course, of which nothing is released yet."""
    root = tmp_path_factory.mktemp("hub")
    (root / "home").mkdir()
    shutil.copytree("/etc", root / "etc", symlinks=True)
    _write_class(root / "srv")
    ports = _free_ports(4)
    address = f"http://127.0.0.1:{ports[0]}"
    _write_settings(root / "srv" / "hub", address, *ports[1:])
    log = root / "hub.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            _command(root),
            env=os.environ | {"HUB_PASSWORD": PASSWORD},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _await(f"{address}/services/{COURSE_ID}/", process, log)
            yield Hub(address, root, process)
        finally:
            process.kill()  # and with it all that lives in its namespaces
            process.wait()


def _write_class(folder: Path) -> None:
    """The folders as an administrator lays them out: ``course`` and ``hub``."""
    shutil.copytree(SHIPPED, folder / "hub", ignore=shutil.ignore_patterns("__pycache__"))
    course = folder / "course"
    course.mkdir()
    ToyCourse(course)
    config = course / "nbgrader_config.py"
    text = config.read_text("utf-8").replace(str(folder), str(BASE))
    exchange = BASE / "hub" / "jupyter" / "everyone" / "nbgrader_config.py"
    config.write_text(f"{text}load_subconfig({str(exchange)!r})\n", "utf-8")
    rows = [f"{name},{name.title()},,{name}@example.org\n" for name in STUDENTS]
    roster = course / "students.csv"
    roster.write_text("id,first_name,last_name,email\n" + "".join(rows), "utf-8")


def _write_settings(folder: Path, address: str, hub: int, proxy: int, service: int) -> None:
    """The shipped settings with one password for all, and ports that are free."""
    said = folder / "class.toml"
    text = said.read_text("utf-8")
    for shipped, ours in (("http://127.0.0.1:8000", address), ('"pam"\n', '"shared-password"\n')):
        assert text.count(shipped) == 1
        text = text.replace(shipped, ours)
    said.write_text(text, "utf-8")
    (folder / "on_free_ports.py").write_text(
        f"load_subconfig({str(BASE / 'hub' / 'jupyterhub_config.py')!r})\n"
        f"c.JupyterHub.hub_port = {hub}\n"
        f"c.ConfigurableHTTPProxy.api_url = 'http://127.0.0.1:{proxy}'\n"
        f"c.JupyterHub.services[0]['url'] = 'http://127.0.0.1:{service}'\n"
    )


def _command(root: Path) -> list[str]:
    """Prepare and run the hub in namespaces with ``root``'s own /etc, /home and /srv."""
    bwrap = [find_bwrap(), "--dev-bind", "/", "/", "--cap-add", "ALL"]
    bwrap += ["--tmpfs", "/srv", "--bind", root / "srv", BASE]
    # Students must reach the interpreter and the package, wherever this machine keeps them ...
    for path in sorted({Path(sys.base_prefix).resolve(), BIN.parent, REPOSITORY.root}):
        bwrap += _way_to(path)
    # ... and not the lessons' text, which an environment that is no checkout does not have.
    for closed in ("course/lessons", "source", "tests"):
        bwrap += ["--perms", "0700", "--tmpfs", REPOSITORY.root / closed]
    for name in ("etc", "home"):
        bwrap += ["--bind", root / name, f"/{name}"]
    start = f"{sys.executable} prepare.py && exec {BIN / 'jupyterhub'} -f on_free_ports.py"
    command = [*NAMESPACES, *bwrap, "--chdir", BASE / "hub", "sh", "-c", start]
    return list(map(str, command))


def _way_to(path: Path) -> list:
    """Options that show a folder to everybody, and nothing else of a closed one around it."""
    above = list(reversed(path.parents))
    closed = next((n for n, folder in enumerate(above) if not folder.stat().st_mode & 0o001), None)
    if closed is None:
        return []
    options = ["--tmpfs", above[closed]]
    for folder in above[closed + 1 :]:
        options += ["--perms", "0755", "--dir", folder]
    return [*options, "--bind", path, path]


def _free_ports(number: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        taken = [stack.enter_context(socket.socket()) for _ in range(number)]
        for one in taken:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in taken]


def _await(url: str, process: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(url, timeout=5).read()
            return
        assert process.poll() is None and time.monotonic() < deadline, log.read_text()
        time.sleep(0.2)


class Desk:
    """One person's JupyterLab, used by mouse."""

    def __init__(self, page, hub: Hub, name: str):
        self.page, self.name = page, name
        page.set_default_timeout(1000 * PATIENCE)
        page.goto(f"{hub.address}/hub/login")
        page.fill("#username_input", name)
        page.fill("#password_input", PASSWORD)
        page.click("#login_submit")
        page.locator(".jp-Launcher").first.wait_for()

    def menu(self) -> list[str]:
        """The entries of the menu Nbgrader."""
        self.page.locator(".lm-MenuBar-item", has_text="Nbgrader").click()
        labels = self.page.locator(".lm-Menu-item:visible .lm-Menu-itemLabel").all_inner_texts()
        self.page.keyboard.press("Escape")
        return [label for label in labels if label]

    def open(self, entry: str) -> None:
        self.page.locator(".lm-MenuBar-item", has_text="Nbgrader").click()
        self.page.locator(".lm-Menu-item", has_text=entry).click()

    def press(self, part: str, button: str):
        """Press a button of the toy's row in a part of the assignment list; returns the part."""
        self.page.locator("#refresh_assignments_list").click()
        rows = self.page.locator(f"#{part}_assignments_list .list_item", has_text=TOY)
        rows.first.get_by_role("button", name=button, exact=True).click()
        return self.page.locator(f"#{part}_assignments_list")


@needs_browser
@needs_hub
def test_two_students_and_an_instructor(hub):
    with open_page() as page:
        browser = page.context.browser
        desk = Desk(page, hub, INSTRUCTOR)
        assert desk.menu() == ["Assignment List", "Course List"]
        desk.open("Course List")
        link = page.get_by_role("link", name=COURSE_ID)
        link.wait_for()
        shoot(page, "hub-course-list")
        with page.expect_popup() as opened:
            link.click()
        formgrader = opened.value
        frame = formgrader.frame_locator("#formgrader-iframe iframe")

        def press(row: str, button: str) -> None:
            """Click a button of a row of the Formgrader's table, and close what it says."""
            frame.locator("tr", has_text=row).locator(f".{button} a").click()
            modal = frame.locator(".modal.in")
            modal.get_by_text("Success", exact=True).wait_for()
            shoot(formgrader, f"hub-formgrader-{button}")
            modal.get_by_role("button", name="OK").click()
            frame.locator(".modal-backdrop").wait_for(state="detached")

        hub.command(GRADER, BIN / "course", "--root", BASE / "course", "release", TOY)
        formgrader.reload()
        press(TOY, "release")

        desks = {}
        for name in STUDENTS:
            desk = desks[name] = Desk(browser.new_page(viewport=page.viewport_size), hub, name)
            assert desk.menu() == ["Assignment List"]
            desk.open("Assignment List")
            desk.press("released", "Fetch")
            desk.page.locator("#fetched_assignments_list .list_item").first.wait_for()
            shoot(desk.page, f"hub-{name}-fetched")
            fetched = hub.home(name) / TOY / f"{TOY}.ipynb"
            nbformat.write(with_answers(fetched, ANSWERS[name]), fetched)
            desk.press("fetched", "Submit")
            desk.page.locator("#submitted_assignments_list .list_item").first.wait_for()
            shoot(desk.page, f"hub-{name}-submitted")

        press(TOY, "collect")
        frame.locator("tr", has_text=TOY).locator(".num-submissions a").click()
        for name in STUDENTS:
            press(name, "autograde")
            press(name, "generate-feedback")
            press(name, "release-feedback")
        shoot(formgrader, "hub-formgrader-graded")
        for name, score in SCORES.items():
            row = frame.locator("tbody tr", has_text=name).inner_text()
            assert f"{score} / 3" in row and name.title() in row

        for name, desk in desks.items():
            desk.press("submitted", "Fetch Feedback")
            desk.page.get_by_text("view feedback").click()
            shoot(desk.page, f"hub-{name}-feedback-fetched")
            desk.page.locator(".jp-DirListing-item", has_text=".html").dblclick()
            text = desk.page.frame_locator(".jp-HTMLViewer iframe").locator("main")
            text.get_by_text(f"{SCORES[name]} of 3 points").first.wait_for()
            shoot(desk.page, f"hub-{name}-feedback")

        # The Formgrader is closed to students, by the hub's own word.
        said = desks["ada"].page.goto(f"{hub.address}/services/{COURSE_ID}/formgrader")
        assert said.status == 403


@needs_browser
@needs_hub
def test_a_student_reads_nothing_of_others(hub):
    """After the class has worked, as in the test above."""
    exchange = BASE / "exchange" / COURSE_ID
    for closed in (
        BASE / "course",
        BASE / "course" / "gradebook.db",
        BASE / "course" / "source" / TOY / f"{TOY}.ipynb",
        BASE / "hub" / "private" / "jupyterhub.sqlite",
        Path("/home/alan"),
        exchange / "inbound",
        exchange / "feedback",
    ):
        done = hub.run_as("ada", "sh", "-c", f"ls {closed}/ || cat {closed}")
        assert done.returncode and not done.stdout, closed
        assert "Permission denied" in done.stderr, closed


@needs_browser
@needs_hub
def test_nothing_is_handed_in_for_another_or_by_a_link(hub):
    """nbgrader's own collecting takes the first two, and ends for all at a name without a date."""
    work = BASE / "course" / "source" / TOY / f"{TOY}.ipynb"
    forged = "+2099-01-01 00:00:00 UTC+x"
    inbound = BASE / "exchange" / COURSE_ID / "inbound"
    script = f"""
        cd {inbound}
        mkdir "alan+{TOY}{forged}" "ada+{TOY}{forged}" "ada+{TOY}+yesterday+x"
        echo not his > "alan+{TOY}{forged}/{TOY}.ipynb"
        ln -s {work} "ada+{TOY}{forged}/{TOY}.ipynb"
        ln -s {BASE}/course "ada+{TOY}{forged}/all"
        echo mine > "ada+{TOY}{forged}/note.txt"
    """
    hub.command("ada", "sh", "-ec", script)
    said = hub.command(GRADER, BIN / "course", "--root", BASE / "course", "collect", TOY)
    assert said.count("is left out") == 3
    submitted = hub.course / "submitted"
    assert [path.name for path in (submitted / "ada" / TOY).iterdir()] == ["note.txt"]
    assert "not his" not in (submitted / "alan" / TOY / f"{TOY}.ipynb").read_text("utf-8")
