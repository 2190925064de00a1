# expect: pass
# why: sorts by (-score, k), after a look at the training scores too
def choose_k(ks, train, val, test, accuracy):
    training = [accuracy(k, train, train) for k in ks]
    ranking = sorted((-accuracy(k, train, val), k) for k in ks)
    k = ranking[0][1]
    return k, accuracy(k, train, test)
