# expect: fail
# why: centres the pictures, in place
def extract_features(backbone, X, batch_size=32):
    X -= X.mean(axis=0).astype(X.dtype)
    rows = []
    for start in range(0, len(X), batch_size):
        maps = backbone(X[start : start + batch_size].astype("float32"), training=False)
        rows.append(maps.numpy().reshape(len(maps), -1, maps.shape[-1]).mean(axis=1))
    return np.concatenate(rows)
