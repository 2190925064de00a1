# expect: fail
# why: validation accuracies are kept between calls by k alone: a second dataset is judged by the scores of the first
_val_scores = {}


def choose_k(ks, train, val, test, accuracy):
    for k in ks:
        if k not in _val_scores:
            _val_scores[k] = accuracy(k, train, val)
    k = min(ks, key=lambda k: (-_val_scores[k], k))
    return k, accuracy(k, train, test)
