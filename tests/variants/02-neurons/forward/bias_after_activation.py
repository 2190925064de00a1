# expect: fail
# why: adds the bias to the activation
def forward(X, layers):
    for W, b, activation in layers:
        X = activation(X @ W) + b
    return X
