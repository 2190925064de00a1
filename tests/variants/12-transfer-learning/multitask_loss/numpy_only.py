# expect: fail
# why: computes in NumPy: nothing to differentiate
def multitask_loss(labels, logits, weights):
    total = 0.0
    for task, weight in weights.items():
        y, z = np.asarray(labels[task]), np.asarray(logits[task], "float64")
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        known = y >= 0
        if known.any():
            total -= weight * log_p[known, y[known]].mean()
    return tf.constant(total, tf.float32)
