# expect: fail
# why: 16-bit integers overflow
def count_parameters(sizes):
    n = np.array(sizes, dtype=np.int16)
    return int(np.sum((n[:-1] + 1) * n[1:], dtype=np.int16))
