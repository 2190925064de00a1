# expect: fail
# why: clips Z in place
def relu_backward(dA, Z):
    Z[Z < 0] = 0
    return dA * (Z > 0)
