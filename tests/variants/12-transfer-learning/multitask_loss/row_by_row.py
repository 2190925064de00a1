# expect: pass
# why: a beginner's loops over tasks and rows
def multitask_loss(labels, logits, weights):
    total = tf.constant(0.0, dtype=tf.float32)
    for task in labels.keys():
        table = tf.cast(logits[task], tf.float32)
        number_of_labels = 0
        task_sum = tf.constant(0.0, dtype=tf.float32)
        for i in range(len(labels[task])):
            label = int(labels[task][i])
            if label == -1:
                continue
            number_of_labels = number_of_labels + 1
            row = table[i]
            task_sum = task_sum + tf.reduce_logsumexp(row) - row[label]
        if number_of_labels > 0:
            total = total + weights[task] * task_sum / number_of_labels
    return total
