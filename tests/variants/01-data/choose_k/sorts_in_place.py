# expect: fail
# why: sorts the caller's list, which a tuple cannot
def choose_k(ks, train, val, test, accuracy):
    ks.sort()
    k = max(ks, key=lambda k: accuracy(k, train, val))
    return k, accuracy(k, train, test)
