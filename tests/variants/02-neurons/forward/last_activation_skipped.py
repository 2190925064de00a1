# expect: fail
# why: thinks that the output layer has no activation
def forward(X, layers):
    for number, (W, b, activation) in enumerate(layers):
        X = X @ W + b
        if number < len(layers) - 1:
            X = activation(X)
    return X
