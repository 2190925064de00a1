# expect: fail
# why: the stub's question marks
what_went_wrong = {"A": "?", "B": "?", "C": "?", "D": "?"}
