# expect: pass
# why: the slope is ceil(clip(Z, 0, 1)): exactly 0 or 1 for every Z, also the tiniest positive one
def relu_backward(dA, Z):
    return np.multiply(dA, np.ceil(np.clip(Z, 0, 1)))
