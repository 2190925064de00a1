# expect: pass
# why: adds the sizes of NumPy arrays; NumPy integers
def parameters_by_layer(model):
    counts = {layer.name: sum(np.size(a) for a in layer.get_weights()) for layer in model.layers}
    return {name: np.int64(count) for name, count in counts.items() if count}
