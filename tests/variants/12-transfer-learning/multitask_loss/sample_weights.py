# expect: pass
# why: Keras's loss class with a weight for each row
def multitask_loss(labels, logits, weights):
    cross_entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="sum")
    loss = tf.zeros(())
    for task in weights:
        y = np.asarray(labels[task])
        known = (y != -1).astype("float32")
        share = known / max(known.sum(), 1.0)
        loss = loss + weights[task] * cross_entropy(np.maximum(y, 0), logits[task], share)
    return tf.cast(loss, tf.float32)
