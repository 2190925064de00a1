# expect: fail
# why: written for the example's depth
def forward(X, layers):
    if not layers:
        return X
    W, b, f = layers[0]
    A = f(X @ W + b)
    if len(layers) > 1:
        W, b, f = layers[1]
        A = f(A @ W + b)
    return A
