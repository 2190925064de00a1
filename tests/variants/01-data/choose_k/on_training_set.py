# expect: fail
# why: chooses on the training set
def choose_k(ks, train, val, test, accuracy):
    best = max(sorted(ks), key=lambda k: accuracy(k, train, train))
    return best, accuracy(best, train, test)
