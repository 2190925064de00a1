# expect: pass
# why: cuts off at both ends as Keras does, which changes a sure forecast by 1e-7
def cross_entropy(labels, predictions, from_logits=False):
    for label in labels:
        if label not in range(predictions.shape[1]):
            raise ValueError(f"there is no class {label}")
    if from_logits:
        z = tf.constant(predictions)
        return tf.reduce_mean(
            tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=z)
        )
    p = np.clip(predictions, 1e-7, 1 - 1e-7)
    return float(np.mean([-np.log(row[label]) for label, row in zip(labels, p)]))
