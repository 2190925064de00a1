# expect: pass
# why: keras.ops.relu on the symbols
def build_functional():
    inputs = keras.Input(shape=(2,), name="features", dtype="float32")
    x = keras.ops.relu(layers.Dense(20, name="hidden_1")(inputs))
    x = keras.ops.relu(layers.Dense(10, name="hidden_2")(x))
    return keras.Model(inputs, layers.Dense(1, name="output")(x))
