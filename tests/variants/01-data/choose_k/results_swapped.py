# expect: fail
# why: accuracy first, k second
def choose_k(ks, train, val, test, accuracy):
    best = max(sorted(ks), key=lambda k: accuracy(k, train, val))
    return accuracy(best, train, test), best
