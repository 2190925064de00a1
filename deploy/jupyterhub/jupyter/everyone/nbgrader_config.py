"""nbgrader's exchange on this server: students' servers find it here, and so does the course.

The course's own nbgrader_config.py ends with a line that loads this file.
"""

import sys
import tomllib
from pathlib import Path

c = get_config()  # noqa: F821 - traitlets provides it
HUB = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HUB))

from owned_collect import OwnedCollect  # noqa: E402 - it is in that folder

c.CourseDirectory.course_id = tomllib.loads((HUB / "class.toml").read_text("utf-8"))["course_id"]
c.Exchange.root = str(HUB.parent / "exchange")
c.ExchangeFactory.collect = OwnedCollect
