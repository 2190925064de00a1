# expect: pass
# why: one max over pairs (accuracy, -k), so that the smallest of the best wins
def choose_k(ks, train, val, test, accuracy):
    score, negative = max((accuracy(k, train, val), -int(k)) for k in ks)
    return -negative, float(accuracy(-negative, train, test))
