# expect: fail
# why: from the third layer on the activation is applied twice
def forward(X, layers):
    for i, (W, b, f) in enumerate(layers):
        X = f(X @ W + b)
        if i >= 2:
            X = f(X)
    return X
