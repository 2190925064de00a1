# expect: fail
# why: outputs are cut to the dtype of X
def forward(X, layers):
    for W, b, f in layers:
        X = np.asarray(f(X @ W + b), dtype=X.dtype)
    return X
