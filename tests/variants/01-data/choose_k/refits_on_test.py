# expect: fail
# why: pastes validation rows to the training rows for the last call
def choose_k(ks, train, val, test, accuracy):
    best = max(sorted(ks), key=lambda k: accuracy(k, train, val))
    X, y = np.concatenate([val[0], train[0]]), np.concatenate([val[1], train[1]])
    return best, accuracy(best, (X, y), test)
