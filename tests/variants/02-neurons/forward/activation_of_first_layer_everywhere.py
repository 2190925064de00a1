# expect: fail
# why: takes the activation of the first layer for all layers; each has its own f_l
def forward(X, layers):
    if not layers:
        return X
    activation = layers[0][2]
    A = X
    for W, b, _ in layers:
        A = activation(A @ W + b)
    return A
