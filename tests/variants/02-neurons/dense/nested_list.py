# expect: pass
# why: returns rows as lists in float32
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"cannot multiply {X.shape} by {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError(f"b has shape {b.shape}")
    return [[np.float32(np.sum(row * W[:, j]) + b[j]) for j in range(len(b))] for row in X]
