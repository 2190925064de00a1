# expect: fail
# why: labels[task].astype is NumPy's: labels that are TensorFlow tensors raise an error ('integer array or tensor')
def multitask_loss(labels, logits, weights):
    total = tf.constant(0.0)
    for task, weight in weights.items():
        truth = labels[task].astype("int32")
        known = (truth >= 0).astype("float32")
        costs = tf.nn.sparse_softmax_cross_entropy_with_logits(
            labels=np.maximum(truth, 0), logits=tf.cast(logits[task], tf.float32)
        )
        total += weight * tf.reduce_sum(costs * known) / max(float(known.sum()), 1.0)
    return total
