# expect: fail
# why: leaves the caller's list in reverse order
def forward(X, layers):
    layers.reverse()
    for W, b, f in layers[::-1]:
        X = f(X @ W + b)
    return X
