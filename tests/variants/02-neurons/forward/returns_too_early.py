# expect: fail
# why: the return stands inside the loop
def forward(X, layers):
    for W, b, activation in layers:
        X = activation(X @ W + b)
        return X
    return X
