# expect: fail
# why: returns nothing when there is no layer
def forward(X, layers):
    A = None
    for W, b, activation in layers:
        A = activation((X if A is None else A) @ W + b)
    return A
