# expect: fail
# why: the training accuracy counts a little
def choose_k(ks, train, val, test, accuracy):
    k = max(sorted(ks), key=lambda k: accuracy(k, train, val) + 0.1 * accuracy(k, train, train))
    return k, accuracy(k, train, test)
