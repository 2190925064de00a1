# expect: fail
# why: neighbours among training and validation rows for the test
def choose_k(ks, train, val, test, accuracy):
    k = max(sorted(ks), key=lambda k: accuracy(k, train, val))
    both = np.concatenate([train[0], val[0]]), np.concatenate([train[1], val[1]])
    return k, accuracy(k, both, test)
