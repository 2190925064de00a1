# expect: pass
# why: three nested loops
def dense(X, W, b):
    m, n = X.shape
    rows, k = W.shape
    if n != rows or b.shape != (k,):
        raise ValueError(f"shapes {X.shape}, {W.shape} and {b.shape} do not fit")
    Z = np.zeros((m, k))
    for i in range(m):
        for j in range(k):
            Z[i, j] = b[j]
            for l in range(n):
                Z[i, j] += X[i, l] * W[l, j]
    return Z
