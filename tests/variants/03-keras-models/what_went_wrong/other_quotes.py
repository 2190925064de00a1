# expect: pass
# why: built step by step, with capitals and spaces
what_went_wrong = {}
what_went_wrong["D"] = "too low"
what_went_wrong["A"] = "overfitting"
what_went_wrong["C"] = "other rows"
what_went_wrong["B"] = "too high"
