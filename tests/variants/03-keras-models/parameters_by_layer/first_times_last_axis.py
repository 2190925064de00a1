# expect: fail
# why: counts a kernel as shape[0] * shape[-1]: right for Dense, wrong for convolutions; breaks "layers of any kind"
def parameters_by_layer(model):
    counts = {}
    for layer in model.layers:
        number = 0
        for w in layer.get_weights():
            number += w.shape[0] * w.shape[-1] if len(w.shape) > 1 else len(w)
        if number:
            counts[layer.name] = number
    return counts
