"""From a lesson's text to its notebooks: what an author runs. Knows nothing of students' work."""
