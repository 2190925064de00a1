# expect: fail
# why: calls every gap between the curves overfitting: run C has validation rows of another kind
what_went_wrong = {"A": "overfitting", "B": "too high", "C": "overfitting", "D": "too low"}
