# expect: pass
# why: made anew from another model's configuration
_template = keras.Sequential(
    [
        keras.Input(shape=(2,)),
        layers.Dense(20, activation="relu"),
        layers.Dense(10, activation="relu"),
        layers.Dense(1),
    ]
)


def build_sequential():
    return keras.Sequential.from_config(_template.get_config())
