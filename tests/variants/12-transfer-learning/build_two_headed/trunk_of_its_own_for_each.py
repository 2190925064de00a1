# expect: fail
# why: a clone of the trunk for each task
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    outputs = {}
    for task, number in classes.items():
        own_trunk = keras.models.clone_model(trunk)
        own_trunk.name = f"trunk_of_{task}"
        outputs[task] = layers.Dense(number)(own_trunk(inputs))
    return keras.Model(inputs, outputs)
