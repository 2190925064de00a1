# expect: fail
# why: a task without any label is left out: its gradient is None, and if no task has a label the result is the Python number 0.0, no tensor
def multitask_loss(labels, logits, weights):
    total = 0.0
    for task, weight in weights.items():
        truth = np.asarray(labels[task])
        rows = np.flatnonzero(truth >= 0)
        if len(rows) == 0:
            continue
        costs = tf.nn.sparse_softmax_cross_entropy_with_logits(
            labels=truth[rows].astype("int32"),
            logits=tf.gather(tf.cast(logits[task], tf.float32), rows),
        )
        total += weight * tf.reduce_mean(costs)
    return total
