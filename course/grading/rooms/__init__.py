"""Two rooms that grade one submission: the student's, without tests, and the examiner's.

They share nothing but a socket of plain data. A `WarmParent` forks both for every submission.
"""

from course.grading.rooms.coordinator import WarmParent
from course.grading.rooms.job import Examined, Job, Verdict, make_job
from course.grading.rooms.nursery import Nursery, RoomError
from course.grading.rooms.outcomes import CellOutcome
from course.grading.rooms.parcels import Files

__all__ = [
    "CellOutcome",
    "Examined",
    "Files",
    "Job",
    "Nursery",
    "RoomError",
    "Verdict",
    "WarmParent",
    "make_job",
]
