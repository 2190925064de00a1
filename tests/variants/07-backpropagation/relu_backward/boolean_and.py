# expect: fail
# why: logical and in the place of a product
def relu_backward(dA, Z):
    return np.logical_and(dA, Z > 0).astype(float)
