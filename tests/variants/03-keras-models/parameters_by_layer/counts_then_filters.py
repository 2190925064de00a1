# expect: pass
# why: count_params of each layer, empty ones removed afterwards
def parameters_by_layer(model):
    counts = {}
    for layer in model.layers:
        if layer.count_params() != 0:
            counts.update({layer.name: layer.count_params()})
    return counts
