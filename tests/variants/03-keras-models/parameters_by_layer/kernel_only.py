# expect: fail
# why: biases are not counted
def parameters_by_layer(model):
    return {layer.name: layer.get_weights()[0].size for layer in model.layers if layer.weights}
