# expect: fail
# why: a frozen layer counts as 0
def parameters_by_layer(model):
    return {
        layer.name: sum(w.numpy().size for w in layer.trainable_weights)
        for layer in model.layers
        if layer.weights
    }
