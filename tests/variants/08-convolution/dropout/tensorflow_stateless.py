# expect: pass
# why: TensorFlow's stateless dropout
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    x = tf.convert_to_tensor(x)
    if training:
        x = tf.nn.experimental.stateless_dropout(x, rate, seed=(seed, 0))
    return x
