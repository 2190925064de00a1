# expect: fail
# why: forgets the biases
def forward(X, layers):
    for W, b, activation in layers:
        X = activation(X @ W)
    return X
