# expect: fail
# why: scores the test set and reports the validation accuracy
def choose_k(ks, train, val, test, accuracy):
    scores = {k: accuracy(k, train, val) for k in sorted(ks)}
    best = max(scores, key=scores.get)
    accuracy(best, train, test)
    return best, scores[best]
