# expect: pass
# why: a loop that keeps the best so far
def choose_k(ks, train, val, test, accuracy):
    best_k, best_score = None, -1.0
    for k in ks:
        score = accuracy(k, train, val)
        if score > best_score or (score == best_score and k < best_k):
            best_k, best_score = k, score
    return best_k, accuracy(best_k, train, test)
