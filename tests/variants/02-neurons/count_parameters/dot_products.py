# expect: pass
# why: weights as a dot product, biases as a sum; a NumPy integer
def count_parameters(sizes):
    n = np.array(sizes, dtype=np.int64)
    return n[:-1] @ n[1:] + n[1:].sum()
