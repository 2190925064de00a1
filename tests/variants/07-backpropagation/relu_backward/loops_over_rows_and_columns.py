# expect: fail
# why: written for vectors and tables only: with three or more axes `if Z[i, j] > 0` is ambiguous, ValueError ("any shape")
def relu_backward(dA, Z):
    dZ = np.zeros(dA.shape)
    if dA.ndim == 1:
        for i in range(len(dA)):
            if Z[i] > 0:
                dZ[i] = dA[i]
        return dZ
    for i in range(dA.shape[0]):
        for j in range(dA.shape[1]):
            if Z[i, j] > 0:
                dZ[i, j] = dA[i, j]
    return dZ
