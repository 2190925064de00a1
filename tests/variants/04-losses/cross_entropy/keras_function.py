# expect: pass
# why: calls the loss that Keras has, and returns a tensor
def cross_entropy(labels, predictions, from_logits=False):
    if np.any(labels < 0) or np.any(labels >= predictions.shape[1]):
        raise ValueError("a label is no class")
    return tf.reduce_mean(
        keras.losses.sparse_categorical_crossentropy(labels, predictions, from_logits=from_logits)
    )
