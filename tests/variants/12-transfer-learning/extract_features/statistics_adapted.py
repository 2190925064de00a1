# expect: fail
# why: one pass in training first, to fit batch normalisation to the pictures
def extract_features(backbone, X, batch_size=32):
    rows = []
    backbone(X[:batch_size].astype("float32"), training=True)
    for start in range(0, len(X), batch_size):
        batch = X[start : start + batch_size].astype("float32")
        maps = backbone(batch, training=False)
        if len(maps.shape) == 4:
            maps = tf.reduce_mean(maps, axis=(1, 2))
        rows.append(maps.numpy())
    return np.concatenate(rows)
