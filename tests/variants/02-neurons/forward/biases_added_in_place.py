# expect: fail
# why: A += b cannot add float biases to an integer product: integer X and W with float b raise an error instead of A W + b
def forward(X, layers):
    A = X
    for W, b, activation in layers:
        A = A @ W
        A += b
        A = activation(A)
    return A
