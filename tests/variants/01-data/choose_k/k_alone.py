# expect: fail
# why: returns k without the accuracy
def choose_k(ks, train, val, test, accuracy):
    return max(sorted(ks), key=lambda k: accuracy(k, train, val))
