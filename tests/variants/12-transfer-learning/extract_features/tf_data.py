# expect: pass
# why: a tf.data pipeline and a compiled function
def extract_features(backbone, X, batch_size=32):
    @tf.function(reduce_retracing=True)
    def features_of(pictures):
        maps = backbone(tf.cast(pictures, tf.float32), training=False)
        while len(maps.shape) > 2:
            maps = tf.reduce_mean(maps, axis=1)
        return maps

    batches = tf.data.Dataset.from_tensor_slices(X).batch(batch_size)
    return np.vstack([features_of(batch).numpy() for batch in batches])
