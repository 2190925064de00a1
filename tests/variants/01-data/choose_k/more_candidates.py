# expect: fail
# why: tries all numbers up to the largest candidate
def choose_k(ks, train, val, test, accuracy):
    def score(k):
        try:
            return accuracy(k, train, val)
        except KeyError:
            return -1

    k = max(range(1, max(ks) + 1), key=score)
    return k, accuracy(k, train, test)
