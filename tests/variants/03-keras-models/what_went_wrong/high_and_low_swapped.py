# expect: fail
# why: too high and too low swapped in B and D
what_went_wrong = {"A": "overfitting", "B": "too low", "C": "other rows", "D": "too high"}
