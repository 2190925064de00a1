# expect: fail
# why: the layer's name is guessed from its weights' paths
def parameters_by_layer(model):
    d = {}
    for w in model.weights:
        name = w.path.split("/")[-2]
        d[name] = d.get(name, 0) + int(np.prod(w.shape))
    return d
