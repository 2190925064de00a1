# expect: fail
# why: the last activation is left out but for two layers
def forward(X, layers):
    for i, (W, b, f) in enumerate(layers):
        X = X @ W + b
        if i < len(layers) - 1 or len(layers) == 2:
            X = f(X)
    return X
