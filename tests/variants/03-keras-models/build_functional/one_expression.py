# expect: pass
# why: nested calls, activations as functions, keyword arguments
def build_functional():
    features = keras.Input((2,), name="features")
    first, second = (
        layers.Dense(units, keras.activations.relu, name=name)
        for units, name in ((20, "hidden_1"), (10, "hidden_2"))
    )
    end = layers.Dense(1, name="output")
    return keras.Model(inputs=[features], outputs=end(second(first(features))), name="functional")
