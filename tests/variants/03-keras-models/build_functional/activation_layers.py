# expect: pass
# why: ReLU as layers of their own
def build_functional():
    inputs = x = keras.Input(shape=(2,), name="features")
    for number, units in enumerate((20, 10), start=1):
        x = layers.Dense(units, name=f"hidden_{number}")(x)
        x = layers.ReLU()(x)
    return keras.Model(inputs, layers.Dense(1, name="output")(x))
