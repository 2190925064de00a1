# expect: fail
# why: chooses on validation, but scores the test set for every k
def choose_k(ks, train, val, test, accuracy):
    scores = {k: (accuracy(k, train, val), accuracy(k, train, test)) for k in sorted(ks)}
    best = max(scores, key=lambda k: scores[k][0])
    return best, scores[best][1]
