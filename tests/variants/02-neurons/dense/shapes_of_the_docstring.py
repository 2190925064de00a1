# expect: fail
# why: the text always names the docstring's shapes
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError("X and W do not fit, such as (4, 3) and (2, 5)")
    if b.shape != (W.shape[1],):
        raise ValueError("b")
    return X @ W + b
