# expect: fail
# why: averages over the channels and lays the rest flat
def extract_features(backbone, X, batch_size=32):
    rows = []
    for start in range(0, len(X), batch_size):
        batch = X[start : start + batch_size].astype("float32")
        maps = backbone(batch, training=False)
        if len(maps.shape) == 4:
            maps = tf.reshape(tf.reduce_mean(maps, axis=-1), (len(batch), -1))
        rows.append(maps.numpy())
    return np.concatenate(rows)
