# expect: pass
# why: Keras's operations in float32
def layer_norm(x, gamma, beta, epsilon=0.001):
    ops = keras.ops
    x = ops.cast(x, "float32")
    mean, variance = ops.moments(x, axes=[-1], keepdims=True)
    normal = (x - mean) / ops.sqrt(variance + epsilon)
    return ops.cast(gamma, "float32") * normal + ops.cast(beta, "float32")
