# expect: fail
# why: among equal validation accuracies the best on the training set wins, not the smallest k
def choose_k(ks, train, val, test, accuracy):
    def key(k):
        return accuracy(k, train, val), accuracy(k, train, train), -k

    k = max(ks, key=key)
    return k, accuracy(k, train, test)
