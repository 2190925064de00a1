# expect: fail
# why: compares accuracies rounded to two places
def choose_k(ks, train, val, test, accuracy):
    k = max(sorted(ks), key=lambda k: round(accuracy(k, train, val), 2))
    return k, accuracy(k, train, test)
