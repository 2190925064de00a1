# expect: pass
# why: three loops, entry by entry


def dense_backward(dZ, X, W):
    m, n, k = len(X), len(W), len(W[0])
    dX, dW, db = np.zeros((m, n)), np.zeros((n, k)), np.zeros(k)
    for i in range(m):
        for j in range(k):
            db[j] += dZ[i, j]
            for l in range(n):
                dW[l, j] += X[i, l] * dZ[i, j]
                dX[i, l] += W[l, j] * dZ[i, j]
    return dX, dW, db
