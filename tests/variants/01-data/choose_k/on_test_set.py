# expect: fail
# why: chooses on the test set
def choose_k(ks, train, val, test, accuracy):
    scores = {k: accuracy(k, train, test) for k in sorted(ks)}
    best = max(scores, key=scores.get)
    return best, scores[best]
