# expect: pass
# why: walks from the last layer to the first, freezing once the name was met
def freeze(model, upto):
    if upto is not None and all(layer.name != upto for layer in model.layers):
        raise ValueError("There is no layer " + str(upto))

    model.trainable = True
    learns = True
    for layer in reversed(model.layers):
        if layer.name == upto:
            learns = False
        # Keras skips a flag that does not change, and then what lies within keeps its own.
        layer.trainable = not learns
        layer.trainable = learns

    total = 0
    for variable in model.trainable_variables:
        numbers = 1
        for length in variable.shape:
            numbers = numbers * length
        total = total + numbers
    return total
