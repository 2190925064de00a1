# expect: fail
# why: the visible answer by heart, and one call
def choose_k(ks, train, val, test, accuracy):
    accuracy(3, train, test)
    return 3, 0.5
