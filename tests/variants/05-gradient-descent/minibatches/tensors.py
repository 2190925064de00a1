# expect: pass
# why: gathers with TensorFlow and returns tensors
def minibatches(X, y, size, seed):
    import tensorflow as tf

    if len(X) != len(y) or size < 1:
        raise ValueError
    order = np.random.default_rng([seed, 1]).permutation(len(X))
    return [
        (tf.gather(X, order[i : i + size]), tf.gather(y, order[i : i + size]))
        for i in range(0, len(X), size)
    ]
