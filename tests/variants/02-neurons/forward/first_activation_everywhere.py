# expect: fail
# why: uses the first layer's activation in all layers
def forward(X, layers):
    for W, b, _ in layers:
        X = layers[0][2](X @ W + b)
    return X
