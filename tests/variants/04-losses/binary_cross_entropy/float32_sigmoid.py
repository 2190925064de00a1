# expect: fail
# why: goes through a float32 sigmoid and adds 1e-12, so losses end near 27
def binary_cross_entropy(labels, logits):
    if labels.shape != logits.shape:
        raise ValueError
    p = keras.ops.convert_to_numpy(keras.ops.sigmoid(logits)).astype(float)
    return -np.mean(labels * np.log(p + 1e-12) + (1 - labels) * np.log(1 - p + 1e-12))
