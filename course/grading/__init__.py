"""Grades students' notebooks: plugs into nbgrader's own pipeline, which keeps the gradebook."""
