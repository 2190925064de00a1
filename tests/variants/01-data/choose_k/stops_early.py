# expect: fail
# why: stops at the first k that is no better
def choose_k(ks, train, val, test, accuracy):
    ks = sorted(ks)
    best, best_score = ks[0], accuracy(ks[0], train, val)
    for k in ks[1:]:
        score = accuracy(k, train, val)
        if score <= best_score:
            break
        best, best_score = k, score
    return best, accuracy(best, train, test)
