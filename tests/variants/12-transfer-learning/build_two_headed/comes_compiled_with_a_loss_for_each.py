# expect: fail
# why: compiles the model ('Not compiled')
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    model = keras.Model(inputs, {task: layers.Dense(n)(features) for task, n in classes.items()})
    model.compile(
        "adam",
        {task: keras.losses.SparseCategoricalCrossentropy(from_logits=True) for task in classes},
    )
    return model
