# expect: fail
# why: a row's output depends on the other rows
def forward(X, layers):
    for W, b, activation in layers:
        Z = X @ W + b
        X = activation(Z - Z.mean(axis=0) * (len(Z) > 5))
    return X
