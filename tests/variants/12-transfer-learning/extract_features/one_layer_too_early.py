# expect: fail
# why: stops before the backbone's last layer
def extract_features(backbone, X, batch_size=32):
    rows = []
    body = keras.Model(backbone.input, backbone.layers[-2].output)
    for start in range(0, len(X), batch_size):
        batch = X[start : start + batch_size].astype("float32")
        maps = body(batch, training=False)
        if len(maps.shape) == 4:
            maps = tf.reduce_mean(maps, axis=(1, 2))
        rows.append(maps.numpy())
    return np.concatenate(rows)
