"""The benchmark: grades one class with nbgrader, otter-grader and this course, side by side.

Run it as ``python -m bench``. It is no part of the course and changes nothing outside its folder.
"""
