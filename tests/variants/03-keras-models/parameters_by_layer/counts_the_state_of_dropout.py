# expect: fail
# why: layer.variables holds the random seed of Dropout too: it is listed with 2 though it has no weights; breaks "layers without weights are left out"
def parameters_by_layer(model):
    counts = {}
    for layer in model.layers:
        number = sum(int(np.prod(v.shape)) for v in layer.variables)
        if number:
            counts[layer.name] = number
    return counts
