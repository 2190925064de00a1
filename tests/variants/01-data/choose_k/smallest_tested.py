# expect: fail
# why: scores the test set with the smallest k
def choose_k(ks, train, val, test, accuracy):
    best = max(sorted(ks), key=lambda k: accuracy(k, train, val))
    return best, accuracy(min(ks), train, test)
