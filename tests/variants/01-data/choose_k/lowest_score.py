# expect: fail
# why: takes the accuracy for an error and minimises it
def choose_k(ks, train, val, test, accuracy):
    best = min(sorted(ks), key=lambda k: accuracy(k, train, val))
    return best, accuracy(best, train, test)
