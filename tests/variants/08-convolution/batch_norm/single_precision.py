# expect: pass
# why: the same layer in Keras's own float32
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    layer = layers.BatchNormalization(momentum=momentum, epsilon=epsilon)
    layer.build((None, *x.shape[1:]))
    layer.set_weights([gamma, beta, running_mean, running_var])
    y = keras.ops.convert_to_numpy(layer(x.astype("float32"), training=training))
    _, _, new_mean, new_var = layer.get_weights()
    return y, new_mean, new_var
