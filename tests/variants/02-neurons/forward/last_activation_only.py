# expect: fail
# why: applies one activation at the end
def forward(X, layers):
    for W, b, activation in layers:
        X = X @ W + b
    return activation(X) if layers else X
