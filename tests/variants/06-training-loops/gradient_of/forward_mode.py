# expect: pass
# why: one forward accumulator for each entry of x
def gradient_of(f, x):
    x = tf.convert_to_tensor(x)
    x = x if x.dtype.is_floating else tf.cast(x, tf.float32)
    slopes = []
    for tangent in np.eye(x.shape.num_elements()):
        tangent = tf.constant(tangent.reshape(x.shape), x.dtype)
        with tf.autodiff.ForwardAccumulator(x, tangent) as accumulator:
            y = f(x)
        if y.shape.num_elements() != 1:
            raise ValueError("one number, please")
        slopes.append(accumulator.jvp(y))
    if all(slope is None for slope in slopes):
        return None
    return np.reshape([np.ravel(slope)[0] for slope in slopes], x.shape)
