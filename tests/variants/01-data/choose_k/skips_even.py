# expect: fail
# why: even candidates are left out
def choose_k(ks, train, val, test, accuracy):
    odd = [k for k in sorted(ks) if k % 2] or sorted(ks)
    k = max(odd, key=lambda k: accuracy(k, train, val))
    return k, accuracy(k, train, test)
