# expect: fail
# why: a dictionary's KeyError for an unknown name
def freeze(model, upto):
    place = {layer.name: number for number, layer in enumerate(model.layers, start=1)}
    frozen = 0 if upto is None else place[upto]
    for layer in model._flatten_layers():
        layer.trainable = True
    for layer in model.layers[:frozen]:
        layer.trainable = False
    return sum(int(np.prod(v.shape)) for v in model.trainable_variables)
