# expect: fail
# why: right for logits that are all 0 only: adds w · ln(classes)
def multitask_loss(labels, logits, weights):
    total = 0.0
    for task, weight in weights.items():
        total += weight * np.log(logits[task].shape[-1])
    return tf.constant(total, tf.float32)
