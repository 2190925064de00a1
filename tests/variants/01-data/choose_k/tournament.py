# expect: pass
# why: a tournament of halves
def choose_k(ks, train, val, test, accuracy):
    def best(rest):
        if len(rest) == 1:
            return accuracy(rest[0], train, val), rest[0]
        half = len(rest) // 2
        a, b = best(rest[:half]), best(rest[half:])
        return a if (a[0], -a[1]) > (b[0], -b[1]) else b

    _, k = best(list(ks))
    return k, accuracy(k, train, test)
