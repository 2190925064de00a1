# expect: pass
# why: calls the loss that Keras has, which needs an axis to average over
def binary_cross_entropy(labels, logits):
    if np.shape(labels) != np.shape(logits):
        raise ValueError("the shapes differ")
    loss = keras.losses.BinaryCrossentropy(from_logits=True)
    return loss(labels.reshape(-1, 1), logits.reshape(-1, 1))
