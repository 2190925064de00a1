# expect: pass
# why: halves the pictures until they are few enough; einsum for the mean
def extract_features(backbone, X, batch_size=32):
    if len(X) > batch_size:
        half = len(X) // 2
        first = extract_features(backbone, X[:half], batch_size)
        return np.concatenate([first, extract_features(backbone, X[half:], batch_size)])
    maps = keras.ops.convert_to_numpy(backbone(X.astype("float32"), training=False))
    if maps.ndim == 2:
        return maps
    return np.einsum("nhwc->nc", maps) / np.float32(maps.shape[1] * maps.shape[2])
