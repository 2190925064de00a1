# expect: fail
# why: whole numbers stay whole, and the tape does not follow them
def gradient_of(f, x):
    x = tf.convert_to_tensor(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if tf.size(y) > 1:
        raise ValueError
    return tape.gradient(y, x)
