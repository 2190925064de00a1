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
    SaveAutoGrades,
)

from course.grading.feedback import FeedbackExporter
from course.grading.preprocessors import (
    ExecuteSubmission,
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
c.Autograde.exporter_class = SubmissionExporter
c.Autograde.sanitize_preprocessors = [
    RestoreSubmission,
    ClearOutput,
    DeduplicateIds,
    OverwriteKernelspec,
    OverwriteCells,
    CheckCellMetadata,
]
c.Autograde.autograde_preprocessors = [
    ExecuteSubmission,
    IgnorePattern,
    LimitOutput,
    SaveAutoGrades,
    AssignLatePenalties,
    CheckCellMetadata,
]

# Limits, in seconds: one cell, and a whole submission.
c.Execute.timeout = 60
c.ExecuteSubmission.submission_timeout = 600
# What a test prints on stderr has no say in its score, when grading as when validating.
c.Execute.extra_arguments = list(KERNEL_ARGUMENTS)

# Students read points, verdicts, the authors' sentences and their own code, and no test.
c.GenerateFeedback.exporter_class = FeedbackExporter
c.GenerateFeedback.preprocessors = []
