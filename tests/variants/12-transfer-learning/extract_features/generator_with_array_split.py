# expect: pass
# why: a generator over np.array_split into ceil(n / batch_size) nearly equal parts (each at most batch_size), tf.reduce_mean per part
def _rows_of_features(backbone, X, batch_size):
    for part in np.array_split(X, -(-len(X) // batch_size)):
        maps = tf.cast(backbone(part.astype("float32"), training=False), tf.float32)
        if len(maps.shape) > 2:
            flat = tf.reshape(maps, (len(part), -1, maps.shape[-1]))
            maps = tf.reduce_mean(flat, axis=1)
        yield from maps.numpy()


def extract_features(backbone, X, batch_size=32):
    return np.stack(list(_rows_of_features(backbone, X, batch_size))).astype("float32")
