# expect: pass
# why: einsum, and NumPy's shapes written without blanks
def dense(X, W, b):
    if X.shape[1] != W.shape[0]:
        raise ValueError("shapes (%d,%d) and (%d,%d)" % (X.shape + W.shape))
    if b.ndim != 1 or b.size != W.shape[1]:
        raise ValueError("wrong bias")
    return np.einsum("mn,nk->mk", X, W) + b[np.newaxis, :]
