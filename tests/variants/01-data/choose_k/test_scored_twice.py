# expect: fail
# why: scores the test set a second time to return it
def choose_k(ks, train, val, test, accuracy):
    best = max(sorted(ks), key=lambda k: accuracy(k, train, val))
    print("test accuracy", accuracy(best, train, test))
    return best, accuracy(best, train, test)
