# expect: fail
# why: `Z += b` cannot put floats into an array of integers
def forward(X, layers):
    for W, b, f in layers:
        Z = X @ W
        Z += b
        X = f(Z)
    return X
