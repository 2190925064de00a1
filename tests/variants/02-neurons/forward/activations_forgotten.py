# expect: fail
# why: a chain of linear layers
def forward(X, layers):
    for W, b, activation in layers:
        X = X @ W + b
    return X
