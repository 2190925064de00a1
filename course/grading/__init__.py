"""Grades students' notebooks: plugs into nbgrader's own pipeline, which keeps the gradebook."""

import course.light_jsonschema  # noqa: F401 - before nbformat is imported
