# expect: pass
# why: a LayerNormalization layer in float64 that is given the weights
def layer_norm(x, gamma, beta, epsilon=0.001):
    layer = layers.LayerNormalization(axis=-1, epsilon=epsilon, dtype="float64")
    layer.build(x.shape)
    layer.gamma.assign(gamma)
    layer.beta.assign(beta)
    return layer(x).numpy()
