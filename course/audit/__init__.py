"""Tests of the tests: right and wrong answers to every exercise, judged by the lesson's tests."""
