"""A sample of every lesson's mutants is caught: `make audit` tries them all, and the two rooms."""

import pytest
from conftest import LESSONS, REPOSITORY

from course.audit.run import audit_sample
from course.coursedir import open_course

SHARE = 0.12


@pytest.mark.parametrize("lesson", LESSONS)
def test_tests_accept_the_solution_and_catch_a_sample_of_its_mutants(lesson):
    audit = audit_sample(open_course(REPOSITORY), lesson, SHARE)
    tried = survived = 0
    for exercise in audit.exercises:
        assert exercise.right.fraction == 1, f"{exercise.exercise}: its solution does not pass"
        tried += exercise.killed.whole
        survived += len(exercise.survivors)
    assert tried >= 3
    names = [f"{each.exercise}/{m.name}: {m.why}" for each in audit.exercises
             for m in each.survivors]  # fmt: skip
    assert not survived, "\n".join(names)
