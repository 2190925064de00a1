# expect: pass
# why: a BatchNormalization layer in float64 that is given the weights
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    layer = layers.BatchNormalization(momentum=momentum, epsilon=epsilon, dtype="float64")
    layer.build(x.shape)
    layer.set_weights([gamma, beta, running_mean, running_var])
    y = layer(x, training=training)
    return y.numpy(), layer.moving_mean.numpy(), layer.moving_variance.numpy()
