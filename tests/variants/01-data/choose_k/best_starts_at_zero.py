# expect: fail
# why: starts from best accuracy 0 and asks for more: if every candidate scores 0 on the validation set, no k is chosen (None)
def choose_k(ks, train, val, test, accuracy):
    best_k, best = None, 0.0
    for k in sorted(ks):
        score = accuracy(k, train, val)
        if score > best:
            best_k, best = k, score
    return best_k, accuracy(best_k, train, test)
