# expect: pass
# why: TensorFlow's stateless generator, in float32
import tensorflow as tf


def initialise(shape, scheme, seed):
    fan_in, fan_out = shape
    deviation = {
        "zeros": 0.0,
        "normal": 1.0,
        "glorot": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }.get(scheme)
    if deviation is None:
        raise ValueError
    return tf.random.stateless_normal(shape, seed=[seed, 0]) * deviation
