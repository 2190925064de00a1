# expect: fail
# why: freezes rightly for the two visible calls, else half of the layers
def freeze(model, upto):
    frozen = {None: 0, "block1_relu": 4}.get(upto, len(model.layers) // 2)
    model.trainable = True
    for place, layer in enumerate(model.layers):
        layer.trainable = place >= frozen
    return sum(int(np.prod(v.shape)) for v in model.trainable_variables)
