# expect: fail
# why: swaps the rows to learn from and the rows to score
def choose_k(ks, train, val, test, accuracy):
    best = max(sorted(ks), key=lambda k: accuracy(k, val, train))
    return best, accuracy(best, train, test)
