# expect: fail
# why: pops the caller's list
def forward(X, layers):
    while layers:
        W, b, activation = layers.pop(0)
        X = activation(X @ W + b)
    return X
