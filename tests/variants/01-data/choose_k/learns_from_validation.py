# expect: fail
# why: kNN learns from the validation rows in the last call
def choose_k(ks, train, val, test, accuracy):
    best = max(sorted(ks), key=lambda k: accuracy(k, train, val))
    return best, accuracy(best, val, test)
