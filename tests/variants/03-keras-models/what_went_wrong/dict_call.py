# expect: pass
# why: made by dict()
what_went_wrong = dict(A="overfitting", B="too high", C="other rows", D="too low")
