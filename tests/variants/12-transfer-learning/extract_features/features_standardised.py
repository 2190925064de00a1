# expect: fail
# why: standardises the features
def extract_features(backbone, X, batch_size=32):
    rows = []
    for start in range(0, len(X), batch_size):
        batch = X[start : start + batch_size].astype("float32")
        maps = backbone(batch, training=False)
        if len(maps.shape) == 4:
            maps = tf.reduce_mean(maps, axis=(1, 2))
        rows.append(maps.numpy())
    features = np.concatenate(rows)
    return (features - features.mean(axis=0)) / (features.std(axis=0) + 1e-7)
