# expect: fail
# why: goes from the output to the input
def forward(X, layers):
    for W, b, activation in reversed(layers):
        X = activation(X @ W + b)
    return X
