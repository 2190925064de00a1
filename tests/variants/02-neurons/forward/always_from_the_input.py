# expect: fail
# why: feeds every layer with X instead of the layer before
def forward(X, layers):
    A = X
    for W, b, activation in layers:
        A = activation((X if X.shape[1] == W.shape[0] else A) @ W + b)
    return A
