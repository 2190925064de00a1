# expect: fail
# why: chains trunk.layers one after the other: a trunk that is not a plain stack (a branch, a skip connection) becomes another network or fails ('trunk : keras.Model')
def build_two_headed(trunk, classes):
    inputs = x = keras.Input(trunk.input_shape[1:])
    for layer in trunk.layers:
        if not isinstance(layer, layers.InputLayer):
            x = layer(x)
    return keras.Model(inputs, {task: layers.Dense(n)(x) for task, n in classes.items()})
