# expect: fail
# why: the dict is made anew in each turn of the loop
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    for task, number in classes.items():
        outputs = {task: layers.Dense(number)(features)}
    return keras.Model(inputs, outputs)
