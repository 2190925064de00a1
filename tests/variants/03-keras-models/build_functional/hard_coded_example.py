# expect: fail
# why: only the docstring's hidden_2 is right
def build_functional():
    inputs = keras.Input((20,), name="features")
    return keras.Model(inputs, layers.Dense(10, name="hidden_2")(inputs))
