# expect: pass
# why: a column of ones carries the biases
def forward(X, layers):
    A = X.copy()
    for W, b, activation in layers:
        A = activation(np.hstack([A, np.ones((len(A), 1))]) @ np.vstack([W, b]))
    return A
