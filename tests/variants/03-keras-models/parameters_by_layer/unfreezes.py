# expect: fail
# why: makes every layer trainable to count its weights
def parameters_by_layer(model):
    counts = {}
    for layer in model.layers:
        layer.trainable = True
        if layer.count_params():
            counts[layer.name] = layer.count_params()
    return counts
