"""Keras-first deep-learning courseware with autograding: what notebooks and instructors import."""

import os

# TensorFlow's C++ start-up lines say nothing to a student; set before anybody imports it.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

__version__ = "0.1.0"
