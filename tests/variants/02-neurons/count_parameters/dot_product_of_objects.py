# expect: pass
# why: a dot product of shifted object arrays, so that integers never overflow
def count_parameters(sizes):
    n = np.array(sizes, dtype=object)
    return int(np.dot(n[:-1] + 1, n[1:])) if len(n) > 1 else 0
