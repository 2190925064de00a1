# expect: fail
# why: returns the position in the list
def choose_k(ks, train, val, test, accuracy):
    ks = sorted(ks)
    best = int(np.argmax([accuracy(k, train, val) for k in ks]))
    return best, accuracy(ks[best], train, test)
