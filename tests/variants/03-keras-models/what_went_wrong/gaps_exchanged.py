# expect: fail
# why: overfitting and other rows exchanged
what_went_wrong = {"A": "other rows", "B": "too high", "C": "overfitting", "D": "too low"}
