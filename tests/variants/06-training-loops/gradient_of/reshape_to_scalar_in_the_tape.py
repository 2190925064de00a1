# expect: pass
# why: the shape's number of elements is asked inside the tape, which is then left by the ValueError; helper function for the dtype
def gradient_of(f, x):
    def as_floats(value):
        tensor = tf.convert_to_tensor(value)
        return tensor if tensor.dtype.is_floating else tf.cast(tensor, tf.float32)

    point = tf.identity(as_floats(x))
    with tf.GradientTape() as tape:
        tape.watch(point)
        y = tf.convert_to_tensor(f(point))
        if y.shape.num_elements() != 1:
            raise ValueError(f"one number expected, got the shape {y.shape}")
        y = tf.reshape(y, [])
    gradient = tape.gradient(y, point, unconnected_gradients=tf.UnconnectedGradients.NONE)
    if isinstance(gradient, tf.IndexedSlices):
        gradient = tf.convert_to_tensor(gradient)
    return gradient
