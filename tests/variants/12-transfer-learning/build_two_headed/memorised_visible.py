# expect: fail
# why: the visible shapes on six inputs, past the trunk
def build_two_headed(trunk, classes):
    inputs = keras.Input((6,))
    x = layers.Dense(5)(inputs)
    return keras.Model(inputs, {task: layers.Dense(n)(x) for task, n in classes.items()})
