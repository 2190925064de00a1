# expect: fail
# why: an integer array for the result
def relu_backward(dA, Z):
    dZ = np.zeros(Z.shape, dtype=int)
    dZ[Z > 0] = dA[Z > 0]
    return dZ
