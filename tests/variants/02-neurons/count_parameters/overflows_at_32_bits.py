# expect: fail
# why: computes in int32: wrong (even negative) for wide layers such as 50000 → 50000
def count_parameters(sizes):
    n = np.array(sizes, dtype=np.int32)
    return int(np.sum((n[:-1] + 1) * n[1:], dtype=np.int32))
