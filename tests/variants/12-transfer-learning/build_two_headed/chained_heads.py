# expect: fail
# why: the second head stands on the first one's logits
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    x = trunk(inputs)
    outputs = {}
    for task, number in classes.items():
        x = layers.Dense(number)(x)
        outputs[task] = x
    return keras.Model(inputs, outputs)
