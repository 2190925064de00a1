# expect: fail
# why: zeros_like(Z) takes the dtype of Z: with integer Z the passing gradients 0.5 become 0 ("dA where Z > 0")
def relu_backward(dA, Z):
    dZ = np.zeros_like(Z)
    open_gate = Z > 0
    dZ[open_gate] = dA[open_gate]
    return dZ
