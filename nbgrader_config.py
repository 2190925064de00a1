"""The one place where nbgrader is told about this course."""

import warnings
from pathlib import Path

from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    IgnorePattern,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
)

from course.grading.feedback import FeedbackExporter
from course.grading.preprocessors import (
    EnterGrades,
    ExamineSubmission,
    RestoreSubmission,
    SubmissionExporter,
)
from course.kernels import KERNEL_ARGUMENTS, use_own_programs

c = get_config()  # noqa: F821 - traitlets provides it
use_own_programs()
# SQLAlchemy's advice to nbgrader's authors, on every submission that is entered.
warnings.filterwarnings("ignore", message="Object of type <Submitted", module="nbgrader")

c.CourseDirectory.course_id = "keras-courseware"
c.CourseDirectory.root = str(Path(__file__).parent.resolve())
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "*.db"]

# When each lesson is due; `course release` writes it into the gradebook.
# A time without a zone is local to the instructor's machine.
c.Course.due_dates = {
    # "01-data": "2027-01-15 23:59",
}
# A CSV file with the columns id, first_name, last_name, email; imported by `course release`.
c.Course.roster = "students.csv"

# Whatever was handed in, what is graded is the instructor's notebook with the student's answers.
# These run in one jail and the tests in another; they share a pipe of plain data.
c.Autograde.exporter_class = SubmissionExporter
c.Autograde.sanitize_preprocessors = [
    RestoreSubmission,
    ClearOutput,
    DeduplicateIds,
    OverwriteKernelspec,
    OverwriteCells,
]
c.Autograde.autograde_preprocessors = [
    ExamineSubmission,
    IgnorePattern,
    LimitOutput,
    EnterGrades,
    AssignLatePenalties,
    CheckCellMetadata,
]

# What one submission may use. Reaching a limit costs the tests that need what did not come.
c.Grading.cell_seconds = 60
c.Grading.submission_seconds = 600
c.Grading.memory_mib = 3072
c.Grading.processes = 64
c.Grading.file_mib = 64
c.Grading.disk_mib = 256
c.Grading.output_kib = 1024
# Submissions graded at the same time; 0 is one on every core.
c.Grading.workers = 0
# A Dask scheduler's address, such as "tcp://cluster:8786", when a class outgrows this machine.
c.Grading.scheduler = ""
# False runs students' code without any wall around it, on machines where no jail can be built.
c.Grading.jail = True

# When a student validates: seconds a cell, and no say for what a test prints on stderr.
c.Execute.timeout = 60
c.Execute.extra_arguments = list(KERNEL_ARGUMENTS)

# Students read points, verdicts, the authors' sentences and their own code, and no test.
c.GenerateFeedback.exporter_class = FeedbackExporter
c.GenerateFeedback.preprocessors = []
