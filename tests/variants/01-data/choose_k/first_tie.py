# expect: fail
# why: the first k of a tie, in the order given
def choose_k(ks, train, val, test, accuracy):
    best = max(ks, key=lambda k: accuracy(k, train, val))
    return best, accuracy(best, train, test)
