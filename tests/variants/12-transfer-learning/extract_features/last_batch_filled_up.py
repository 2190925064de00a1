# expect: fail
# why: fills the last batch up with pictures that went through already
def extract_features(backbone, X, batch_size=32):
    rows = []
    for start in range(0, len(X), batch_size):
        chosen = np.arange(start, start + batch_size) % len(X)
        batch = X[chosen].astype("float32")
        maps = backbone(batch, training=False)
        if len(maps.shape) == 4:
            maps = tf.reduce_mean(maps, axis=(1, 2))
        rows.append(maps.numpy())
    return np.concatenate(rows)[: len(X)]
