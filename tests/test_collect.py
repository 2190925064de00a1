"""Collecting: downloads as Moodle and Canvas make them, plain folders, zips made to do harm, and
nbgrader's exchange."""

import io
import json
import os
import stat
import time
import zipfile

import pytest
from conftest import RIGHT, TOY

from course.errors import CourseError
from course.grading import downloads
from course.grading.collect import collect_download, collect_exchange
from course.grading.grades import Person
from course.grading.recognise import recognise

ROSTER = """\
id,first_name,last_name,email,lms_user_id
ada,Ada,Lovelace,ada.l@example.org,1001
zoe,Zoë,Müller,zm@example.org,1002
jane1,Jane,Doe,jane1@example.org,1003
jane2,Jane,Doe,jane2@example.org,1004
"""


@pytest.fixture
def course(toy):
    (toy.workspace.root / "students.csv").write_text(ROSTER, "utf-8")
    return toy


def notebook(mark: str) -> bytes:
    return json.dumps({"cells": [], "metadata": {"mark": mark}, "nbformat": 4}).encode()


def zipped(path, files: dict, date=(2026, 1, 9, 10, 0, 0)):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name, date)
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return path


def submitted(toy) -> dict[str, bytes]:
    """``STUDENT/FILE`` → content, of all that is in ``submitted/`` for the toy lesson."""
    base = toy.workspace.root / "submitted"
    files = sorted(path for path in base.rglob("*") if path.is_file())
    assert all(path.relative_to(base).parts[1] == TOY for path in files)
    return {
        "/".join((p.relative_to(base).parts[0], *p.relative_to(base).parts[2:])): p.read_bytes()
        for p in files
    }


def statuses(made) -> dict[str, str]:
    return {done.student: done.status for done in made.taken}


class TestMoodle:
    @pytest.mark.parametrize("end", ["_/", "_", "/"])
    def test_folders_and_flat_names_are_matched_by_full_name(self, course, tmp_path, end):
        files = {
            f"Ada Lovelace_4711_assignsubmission_file{end}{TOY}.ipynb": notebook("ada"),
            f"Ada Lovelace_4711_assignsubmission_file{end}table.csv": b"1,2",
            f"ZOE Muller_1001_assignsubmission_file{end}my work.ipynb": notebook("zoe"),
        }
        made = collect_download(course.course, TOY, zipped(tmp_path / "m.zip", files))
        assert statuses(made) == {"ada": "collected", "zoe": "collected"} and made.left == ()
        assert submitted(course) == {
            f"ada/{TOY}.ipynb": notebook("ada"),
            "ada/table.csv": b"1,2",
            "zoe/my work.ipynb": notebook("zoe"),  # and not Ada's, whose number it looks like
        }

    def test_what_cannot_be_matched_is_said_with_the_nearest_name_and_stays(self, course, tmp_path):
        files = {
            f"Adda Lovelace_1_assignsubmission_file_/{TOY}.ipynb": notebook("?"),
            f"Jane Doe_2_assignsubmission_file_/{TOY}.ipynb": notebook("?"),
            "Zoë Müller_3_assignsubmission_file_/essay.pdf": b"%PDF",
        }
        made = collect_download(course.course, TOY, zipped(tmp_path / "m.zip", files))
        assert made.taken == () and submitted(course) == {}
        reasons = {left.name.split("_")[0]: left.reason for left in made.left}
        assert (
            "called 'Adda Lovelace'; the nearest is ada (Ada Lovelace)"
            in (reasons["Adda Lovelace"])
        )
        assert reasons["Jane Doe"] == (
            "it fits several students: jane1 (Jane Doe), jane2 (Jane Doe)"
        )
        assert reasons["Zoë Müller"] == "there is no notebook in it: essay.pdf"

    def test_two_who_would_be_the_same_student_are_both_left(self, course, tmp_path):
        files = {
            f"Ada Lovelace_{number}_assignsubmission_file_/{TOY}.ipynb": notebook(str(number))
            for number in (1, 2)
        }
        made = collect_download(course.course, TOY, zipped(tmp_path / "m.zip", files))
        assert made.taken == () and submitted(course) == {}
        assert len(made.left) == 2 and "it would be ada's, but so would" in made.left[0].reason

    def test_a_zip_inside_is_opened_and_a_bad_one_leaves_the_rest(self, course, tmp_path):
        inner = zipped(tmp_path / "inner.zip", {f"work/{TOY}.ipynb": notebook("ada")}).read_bytes()
        bad = zipped(tmp_path / "bad.zip", {"../../gradebook.db": b"x"}).read_bytes()
        files = {
            "Ada Lovelace_1_assignsubmission_file_/my work.zip": inner,
            f"Zoë Müller_2_assignsubmission_file_/{TOY}.ipynb": notebook("zoe"),
            "Zoë Müller_2_assignsubmission_file_/more.zip": bad,
        }
        made = collect_download(course.course, TOY, zipped(tmp_path / "m.zip", files))
        assert submitted(course) == {
            f"ada/{TOY}.ipynb": notebook("ada"),
            f"zoe/{TOY}.ipynb": notebook("zoe"),
        }
        (left,) = made.left
        assert left.name.endswith("more.zip") and "leads out of its folder" in left.reason


class TestCanvas:
    def test_numbers_attempts_and_lateness(self, course, tmp_path):
        files = {
            f"lovelaceada_1001_501_{TOY}.ipynb": notebook("first"),
            f"lovelaceada_1001_502_{TOY}-1.ipynb": notebook("second"),
            f"mullerzoe_LATE_1002_503_{TOY}-3.ipynb": notebook("zoe"),
            f"doejane_1004_504_{TOY}.ipynb": notebook("jane2"),
        }
        made = collect_download(course.course, TOY, zipped(tmp_path / "c.zip", files))
        assert made.left == ()
        assert submitted(course) == {
            f"ada/{TOY}.ipynb": notebook("second"),
            f"zoe/{TOY}.ipynb": notebook("zoe"),
            f"jane2/{TOY}.ipynb": notebook("jane2"),
        }
        notes = {done.student: done.note for done in made.taken}
        assert notes == {"ada": "", "jane2": "", "zoe": "Canvas says it is late"}

    def test_a_number_and_a_name_that_disagree_are_left(self, course, tmp_path):
        files = {
            f"mullerzoe_1001_1_{TOY}.ipynb": notebook("?"),
            f"lovelaceada_9999_2_{TOY}.ipynb": notebook("?"),
        }
        made = collect_download(course.course, TOY, zipped(tmp_path / "c.zip", files))
        assert made.taken == () and len(made.left) == 2
        assert "number 1001 is ada (Ada Lovelace), but the name fits zoe" in made.left[0].reason


class TestPlain:
    def test_folders_files_and_a_folder_around_them(self, course, tmp_path_factory):
        base = tmp_path_factory.mktemp("download")
        for name, mark in {
            f"ada/{TOY}/{TOY}.ipynb": "ada",
            "ada/02-other/02-other.ipynb": "another lesson",
            "zm@example.org.ipynb": "zoe",
            "jane1/sub/deep.ipynb": "jane1",
            "jane2/.DS_Store": "clutter",
        }.items():
            path = base / "toy lesson" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(notebook(mark))
        made = collect_download(course.course, TOY, base)
        assert submitted(course) == {
            f"ada/{TOY}.ipynb": notebook("ada"),
            f"zoe/{TOY}.ipynb": notebook("zoe"),
            "jane1/deep.ipynb": notebook("jane1"),
        }
        assert made.left == ()

    def test_a_link_in_a_folder_is_not_followed(self, course, tmp_path_factory):
        base = tmp_path_factory.mktemp("download")
        (base / "ada").mkdir()
        (base / "ada" / f"{TOY}.ipynb").symlink_to(course.workspace.source(TOY))
        (base / "zoe").symlink_to(course.workspace.source(TOY).parent)
        made = collect_download(course.course, TOY, base)
        assert made.taken == () and submitted(course) == {}
        assert {left.reason for left in made.left} == {"it is a link or no plain file"}

    def test_without_students_in_the_gradebook_nobody_can_be_meant(self, toy, tmp_path):
        path = zipped(tmp_path / "p.zip", {"ada.ipynb": notebook("ada")})
        with pytest.raises(CourseError, match=r"no students: write students.csv"):
            collect_download(toy.course, TOY, path)

    def test_what_was_collected_is_graded(self, course, tmp_path):
        work = json.dumps(course.answered(**RIGHT)).encode()
        path = zipped(tmp_path / "p.zip", {"ada.ipynb": work})
        done = course.run("course", "collect", TOY, str(path))
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout == f"collected ada\nnext: course grade {TOY}\n"
        assert submitted(course)[f"ada/{TOY}.ipynb"] == work

    def test_the_command_says_in_a_line_each_what_was_left_out(self, course, tmp_path):
        files = {"ada.ipynb": notebook("a"), "no\x1b[31mbody.ipynb": notebook("n")}
        done = course.run("course", "collect", TOY, str(zipped(tmp_path / "p.zip", files)))
        assert done.returncode == 1 and done.stdout.count("\n") == 2
        assert "left out no⟨U+001B⟩[31mbody.ipynb: no student" in done.stdout


class TestASecondTime:
    def collect(self, course, tmp_path, mark, year, **options):
        path = zipped(tmp_path / "z.zip", {"ada.ipynb": notebook(mark)}, (year, 1, 1, 0, 0, 0))
        (done,) = collect_download(course.course, TOY, path, **options).taken
        return done.status, submitted(course)[f"ada/{TOY}.ipynb"]

    def test_newer_work_replaces_older_and_never_the_other_way(self, course, tmp_path):
        assert self.collect(course, tmp_path, "1", 2024) == ("collected", notebook("1"))
        assert self.collect(course, tmp_path, "1", 2025) == ("unchanged", notebook("1"))
        assert self.collect(course, tmp_path, "2", 2025) == ("updated", notebook("2"))
        assert self.collect(course, tmp_path, "1", 2024) == ("kept", notebook("2"))
        assert self.collect(course, tmp_path, "3", 2025) == ("kept", notebook("2"))
        forced = self.collect(course, tmp_path, "1", 2024, force=True)
        assert forced == ("updated", notebook("1"))

    def test_a_timestamp_counts_more_than_a_files_date(self, course, tmp_path):
        path = course.hand_in("ada", notebook("there"))
        (path.parent / "timestamp.txt").write_text("2026-01-08 10:00:00 UTC")
        os.utime(path, (time.time() + 1e6,) * 2)
        for hour, status in (("09", "kept"), ("11", "updated")):
            files = {
                f"ada/{TOY}.ipynb": notebook("new"),
                "ada/timestamp.txt": f"2026-01-08 {hour}:00:00 UTC".encode(),
            }
            made = collect_download(course.course, TOY, zipped(tmp_path / "t.zip", files))
            assert statuses(made) == {"ada": status}
        assert submitted(course)["ada/timestamp.txt"] == b"2026-01-08 11:00:00 UTC"


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry


class TestZipsThatDoHarm:
    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("../../evil.ipynb", "leads out of its folder"),
            ("ada/../../evil.ipynb", "leads out of its folder"),
            ("ada\\..\\..\\evil.ipynb", "leads out of its folder"),
            ("/tmp/evil.ipynb", "leads out of its folder"),
            ("C:\\evil.ipynb", "leads out of its folder"),
            (link("ada/evil.ipynb"), "is a link"),
        ],
    )
    def test_a_name_that_leads_out_and_a_link_are_refused(self, course, tmp_path, name, reason):
        files = {"ada.ipynb": notebook("ada"), name: b"../../../gradebook.db"}
        path = zipped(tmp_path / "evil.zip", files)
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(CourseError, match=reason) as error:
            collect_download(course.course, TOY, path)
        assert "\n" not in str(error.value)
        new = set(tmp_path.rglob("*")) - set(before)
        assert not [path for path in new if path.is_file() and path.name != "gradebook.db"]

    def test_a_bomb_is_refused_before_it_is_unpacked(self, course, tmp_path, monkeypatch):
        monkeypatch.setattr(downloads, "MAX_TOTAL", 50_000_000)
        path = zipped(tmp_path / "bomb.zip", {"ada.ipynb": bytes(60_000_000)})
        assert path.stat().st_size < 100_000
        with pytest.raises(CourseError, match="unpacks to 60 MB, and 50 MB is the most"):
            collect_download(course.course, TOY, path)

    def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_says(self, tmp_path):
        content = zipped(tmp_path / "z.zip", {"ada.ipynb": bytes(10_000_000)}).read_bytes()
        size = (10_000_000).to_bytes(4, "little")
        assert content.count(size) == 2  # in the entry's own head, and in the directory
        (tmp_path / "z.zip").write_bytes(content.replace(size, (1000).to_bytes(4, "little")))
        with pytest.raises(CourseError, match="no zip file that can be read"):
            downloads.unpack(tmp_path / "z.zip", tmp_path / "out", 2000)
        assert sum(path.stat().st_size for path in (tmp_path / "out").iterdir()) <= 1000

    def test_too_many_files_and_twice_the_same_name(self, tmp_path, monkeypatch):
        monkeypatch.setattr(downloads, "MAX_FILES", 3)
        path = zipped(tmp_path / "many.zip", {f"{n}.txt": b"" for n in range(4)})
        with pytest.raises(CourseError, match="holds 4 files"):
            downloads.unpack(path, tmp_path / "out", 1000)
        path = zipped(tmp_path / "twice.zip", {"a/b.ipynb": b"1", "a//b.ipynb": b"2"})
        with pytest.raises(CourseError, match="twice"):
            downloads.unpack(path, tmp_path / "out", 1000)

    @pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 and no more"])
    def test_what_is_no_zip_is_named(self, course, tmp_path, content):
        (tmp_path / "bad.zip").write_bytes(content)
        with pytest.raises(CourseError, match=r"bad.zip is no zip file that can be read"):
            collect_download(course.course, TOY, tmp_path / "bad.zip")

    def test_a_damaged_one_is_named(self, course, tmp_path):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("ada.ipynb", notebook("ada"))
        content = stream.getvalue().replace(b'"mark"', b'"park"')
        (tmp_path / "bad.zip").write_bytes(content)
        with pytest.raises(CourseError, match="Bad CRC-32"):
            collect_download(course.course, TOY, tmp_path / "bad.zip")
        assert submitted(course) == {}

    def test_a_source_that_is_not_there_is_named(self, course, tmp_path):
        with pytest.raises(CourseError, match="does not exist: name a folder or a zip"):
            collect_download(course.course, TOY, tmp_path / "none.zip")


class TestRecognising:
    PEOPLE = (
        Person("smith", "Ann", "Smith", "as@x.org", "7"),
        Person("as", "Al", "Sims", "sims@x.org"),
    )

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            ("smith", "smith"),
            ("SMITH", "smith"),
            ("as", "as"),  # an id, although it is the other's address, too
            ("sims", "as"),
            ("7", "smith"),
            ("Smith, Ann", "smith"),
            ("al-SIMS", "as"),
        ],
    )
    def test_every_way_to_name_a_student(self, name, found):
        assert recognise(self.PEOPLE, name).id == found

    @pytest.mark.parametrize("name", ["", "…", "Ann", "8", "AS"])
    def test_what_fits_nobody_or_two_is_no_guess(self, name):
        with pytest.raises(CourseError):
            recognise(self.PEOPLE, name)


class TestExchange:
    @pytest.fixture
    def exchange(self, course):
        root = course.workspace.root / "exchange"
        config = course.workspace.root / "nbgrader_config.py"
        line = f"\nc.Exchange.root = {str(root)!r}\n"
        config.write_text(config.read_text("utf-8") + line, "utf-8")
        return root / "keras-courseware" / "inbound"

    def submit(self, exchange, stamp: str, mark: str) -> None:
        folder = exchange / f"ada+{TOY}+{stamp}+random"
        folder.mkdir(parents=True)
        (folder / f"{TOY}.ipynb").write_bytes(notebook(mark))
        (folder / "timestamp.txt").write_text(stamp)

    def test_the_newest_submission_is_taken(self, course, exchange):
        self.submit(exchange, "2026-01-08 10:00:00.000000 UTC", "first")
        assert statuses(collect_exchange(course.course, TOY)) == {"ada": "collected"}
        assert statuses(collect_exchange(course.course, TOY)) == {"ada": "unchanged"}
        self.submit(exchange, "2026-01-08 11:00:00.000000 UTC", "second")
        made = collect_exchange(course.course, TOY)
        assert statuses(made) == {"ada": "updated"}
        assert submitted(course)[f"ada/{TOY}.ipynb"] == notebook("second")
        assert "cheating attempt?" in made.warnings[0]  # it is owned by who runs this test

    def test_a_missing_exchange_is_one_line(self, course, exchange):
        done = course.run("course", "collect", TOY)
        assert done.returncode == 1 and done.stdout == ""
        assert done.stderr.startswith("error: nbgrader's exchange: ")
        assert done.stderr.count("\n") == 1
