# expect: fail
# why: valid words, the same one everywhere
what_went_wrong = {"A": "nothing", "B": "nothing", "C": "nothing", "D": "nothing"}
