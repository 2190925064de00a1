# expect: fail
# why: no answer for D
what_went_wrong = {"A": "overfitting", "B": "too high", "C": "other rows"}
