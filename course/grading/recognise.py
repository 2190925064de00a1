"""Whose is a file? Names in a download, matched to the students of the gradebook.

Pure functions. A name that fits nobody, or more than one, is an error with a reason: nothing is
guessed.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence

from course.errors import CourseError
from course.grading.grades import Person


def recognise(people: Sequence[Person], name: str, lms_user_id: str = "") -> Person:
    """The one student that a name means.

    Parameters
    ----------
    people : sequence of Person
        All students of the gradebook.
    name : str
        An id, an e-mail address or its local part, a number in the learning platform, or a full
        name in either order. Case, accents, spaces and signs do not matter.
    lms_user_id : str
        The platform's own number of the student, if the download says it. It comes first.

    Raises
    ------
    CourseError
        If no student or several are meant; the message is a reason, with the nearest name.
    """
    exact = [person for person in people if person.id == name]
    named = exact or [person for person in people if folded(name) in _keys(person)]
    if lms_user_id:
        numbered = [person for person in people if person.lms_user_id == lms_user_id]
        if numbered and named and not set(numbered) & set(named):
            raise CourseError(
                f"number {lms_user_id} is {_listed(numbered)}, but the name fits {_listed(named)}"
            )
        # A student known by another number is another student.
        named = numbered or [person for person in named if not person.lms_user_id]
    if len(named) == 1:
        return named[0]
    if named:
        raise CourseError(f"it fits several students: {_listed(named)}")
    raise CourseError(f"no student in the gradebook is called {name!r}{_nearest(people, name)}")


def folded(text: str) -> str:
    """Letters and digits alone, without accents and case: two writings of a name are the same."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if char.isalnum())


def _keys(person: Person) -> set[str]:
    first, last = person.first_name, person.last_name
    whole = (f"{first} {last}", f"{last} {first}") if first and last else (first or last,)
    local = person.email.partition("@")[0]
    known = (person.id, person.email, local, person.lms_user_id, *whole)
    return {key for key in map(folded, known) if key}


def _listed(people: Iterable[Person]) -> str:
    return ", ".join(_shown(person) for person in people)


def _shown(person: Person) -> str:
    return f"{person.id} ({person.name})" if person.name else person.id


def _nearest(people: Sequence[Person], name: str) -> str:
    by_key = {key: person for person in people for key in sorted(_keys(person))}
    near = difflib.get_close_matches(folded(name), by_key, n=1)
    return f"; the nearest is {_shown(by_key[near[0]])}" if near else ""
