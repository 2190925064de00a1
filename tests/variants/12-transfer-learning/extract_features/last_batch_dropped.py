# expect: fail
# why: whole batches only: the rest is lost
def extract_features(backbone, X, batch_size=32):
    rows = []
    for number in range(max(1, len(X) // batch_size)):
        batch = X[number * batch_size : (number + 1) * batch_size].astype("float32")
        maps = backbone(batch, training=False)
        if len(maps.shape) == 4:
            maps = tf.reduce_mean(maps, axis=(1, 2))
        rows.append(maps.numpy())
    return np.concatenate(rows)
