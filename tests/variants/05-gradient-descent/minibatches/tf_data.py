# expect: pass
# why: a tf.data pipeline, which gives tensors
def minibatches(X, y, size, seed):
    import tensorflow as tf

    if len(X) != len(y) or size < 1:
        raise ValueError("X and y, or size")
    rows = tf.data.Dataset.from_tensor_slices((X, y))
    rows = rows.shuffle(len(X), seed=seed, reshuffle_each_iteration=False)
    return list(rows.batch(size))
