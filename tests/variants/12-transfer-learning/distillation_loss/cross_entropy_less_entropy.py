# expect: pass
# why: KL as TensorFlow's cross-entropy less the targets' own entropy
def distillation_loss(student, teacher, labels, temperature, alpha):
    student = tf.convert_to_tensor(np.float32(student) if isinstance(student, list) else student)
    student = tf.cast(student, tf.float32)
    warm = tf.stop_gradient(tf.cast(teacher, tf.float32)) / temperature
    soft_targets = tf.nn.softmax(warm)
    cross_entropy = tf.nn.softmax_cross_entropy_with_logits
    kl = cross_entropy(soft_targets, student / temperature) - cross_entropy(soft_targets, warm)
    labels = tf.convert_to_tensor(labels)
    hard = keras.losses.sparse_categorical_crossentropy(labels, student, from_logits=True)
    soft = temperature**2 * tf.reduce_mean(kl)
    return alpha * soft + (1.0 - alpha) * tf.reduce_mean(hard)
