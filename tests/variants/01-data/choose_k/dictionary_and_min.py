# expect: pass
# why: a dict of scores, then the smallest of the best
def choose_k(ks, train, val, test, accuracy):
    scores = {k: accuracy(k, train, val) for k in ks}
    best = min(k for k in scores if scores[k] == max(scores.values()))
    test_accuracy = accuracy(best, train, test)
    return [best, test_accuracy]
