# expect: pass
# why: a loop that fills the dict; layers without names of their own
def build_two_headed(trunk, classes):
    shape = trunk.input_shape[1:]
    start = keras.layers.Input(shape=shape)
    shared = trunk(start)
    heads = {}
    for task in classes:
        number_of_classes = classes[task]
        head = keras.layers.Dense(number_of_classes, activation="linear")
        heads[task] = head(shared)
    model = keras.models.Model(inputs=start, outputs=heads)
    return model
