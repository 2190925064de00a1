# expect: fail
# why: takes an accuracy of 0 for none at all
def choose_k(ks, train, val, test, accuracy):
    best, best_score = None, 0
    for k in sorted(ks):
        score = accuracy(k, train, val)
        if score > best_score:
            best, best_score = k, score
    return best, accuracy(best, train, test)
