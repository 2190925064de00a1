# expect: fail
# why: adds the products to the caller's bias
def forward(X, layers):
    for W, b, activation in layers:
        Z = X @ W
        if len(Z) == 1:
            b += Z[0]
            X = activation(b[None, :])
        else:
            X = activation(Z + b)
    return X
