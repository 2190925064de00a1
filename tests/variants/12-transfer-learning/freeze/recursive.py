# expect: pass
# why: a helper that sets a layer and all within it, and one that counts
def set_learning(layer, flag):
    layer.trainable = flag
    for inner in getattr(layer, "layers", []):
        set_learning(inner, flag)


def count(layer):
    inner = getattr(layer, "layers", None)
    if inner is not None:
        return sum(map(count, inner))
    return sum(int(np.prod(v.shape)) for v in layer.trainable_variables)


def freeze(model, upto):
    place = {layer.name: number for number, layer in enumerate(model.layers, start=1)}
    if upto is not None and upto not in place:
        raise ValueError(f"{upto!r} is none of {list(place)}")
    set_learning(model, True)
    for layer in model.layers[: place.get(upto, 0)]:
        set_learning(layer, False)
    return count(model)
