# expect: fail
# why: centres the caller's X in place after use
def forward(X, layers):
    A = X + 0
    for W, b, activation in layers:
        A = activation(A @ W + b)
    X *= 0
    return A
