# expect: fail
# why: scores are remembered from call to call
_scores = {}


def choose_k(ks, train, val, test, accuracy):
    for k in ks:
        if k not in _scores:
            _scores[k] = accuracy(k, train, val)
    k = max(sorted(ks), key=_scores.get)
    return k, accuracy(k, train, test)
