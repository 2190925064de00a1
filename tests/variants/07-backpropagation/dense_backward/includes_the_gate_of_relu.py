# expect: fail
# why: dX is sent through the gate X > 0 as if X came from ReLU: entries of dX vanish where X <= 0; the layer is Z = X W + b only
def dense_backward(dZ, X, W):
    dX = (dZ @ W.T) * (X > 0)
    return dX, X.T @ dZ, dZ.sum(axis=0)
