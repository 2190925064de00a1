"""The errors that a person caused and can mend: one line, naming the file and the remedy."""


class CourseError(Exception):
    """Shown by the `course` command as its one line, without a traceback; exit code 1."""
