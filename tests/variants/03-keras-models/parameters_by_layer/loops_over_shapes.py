# expect: pass
# why: multiplies the lengths of the axes
def parameters_by_layer(model):
    counts = {}
    for layer in model.layers:
        total = 0
        for weight in layer.weights:
            size = 1
            for length in weight.shape:
                size *= length
            total += size
        if total > 0:
            counts[layer.name] = total
    return counts
