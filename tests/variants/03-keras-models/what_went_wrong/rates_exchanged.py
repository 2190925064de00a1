# expect: fail
# why: takes the flat line for too low a learning rate
what_went_wrong = {"A": "overfitting", "B": "too low", "C": "other rows", "D": "too high"}
