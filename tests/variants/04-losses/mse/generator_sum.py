# expect: pass
# why: zips flattened arrays in a generator, and builds the gradient entry by entry
def mse(y_true, y_pred):
    if np.shape(y_true) != np.shape(y_pred):
        raise ValueError("shapes differ")
    pairs = list(zip(np.ravel(y_true), np.ravel(y_pred), strict=True))
    loss = sum((p - t) ** 2 for t, p in pairs) / len(pairs)
    gradient = np.array([2 * (p - t) / len(pairs) for t, p in pairs])
    return loss, gradient.reshape(np.shape(y_pred))
