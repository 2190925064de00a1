# expect: fail
# why: sets trainable to True in order to count frozen layers too: breaks "Not changed"
def parameters_by_layer(model):
    model.trainable = True  # so that frozen layers count, too
    counts = {layer.name: layer.count_params() for layer in model.layers}
    return {name: number for name, number in counts.items() if number}
