# expect: pass
# why: ReLU as a function of one's own
def my_relu(x):
    return keras.ops.maximum(x, 0.0)


def build_sequential():
    model = keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(20, activation=my_relu),
            layers.Dense(10, activation=lambda z: keras.ops.where(z > 0, z, 0.0)),
            layers.Dense(1),
        ]
    )
    return model
