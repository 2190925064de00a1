# expect: pass
# why: np.dot's own ValueError names both shapes
def dense(X, W, b):
    Z = np.dot(X, W)
    if np.shape(b) != Z.shape[1:]:
        raise ValueError("b must have one number for each column of W")
    return Z + b
