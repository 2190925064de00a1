# expect: fail
# why: assumes that every layer is Dense with a bias
def parameters_by_layer(model):
    counts = {}
    for layer in model.layers:
        if layer.weights:
            kernel = layer.get_weights()[0]
            counts[layer.name] = (kernel.shape[0] + 1) * kernel.shape[-1]
    return counts
