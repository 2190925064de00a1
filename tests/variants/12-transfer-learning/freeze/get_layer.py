# expect: pass
# why: Keras's own error for an unknown name; each layer compared by its place
def freeze(model, upto):
    last = -1 if upto is None else model.layers.index(model.get_layer(upto))
    model.trainable = True
    for place, layer in enumerate(model.layers):
        todo = [layer]
        while todo:
            part = todo.pop()
            part.trainable = place > last
            todo.extend(getattr(part, "layers", []))
    return sum(int(keras.ops.size(variable)) for variable in model.trainable_variables)
