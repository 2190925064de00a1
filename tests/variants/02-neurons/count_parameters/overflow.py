# expect: fail
# why: 32-bit integers overflow for a huge layer
def count_parameters(sizes):
    n = np.array(sizes, dtype=np.int32)
    return int(((n[:-1] + 1) * n[1:]).sum())
