# expect: fail
# why: a square layer writes into X
def forward(X, layers):
    A = X
    for W, b, f in layers:
        if W.shape[0] == W.shape[1]:
            A[...] = f(A @ W + b)
        else:
            A = f(A @ W + b)
    return A
