# expect: fail
# why: takes every gap for overfitting
what_went_wrong = {"A": "overfitting", "B": "too high", "C": "overfitting", "D": "too low"}
