# expect: pass
# why: keras.ops.relu and an InputLayer
def build_sequential():
    model = keras.Sequential([layers.InputLayer(shape=(2,))])
    for units, activation in ((20, keras.ops.relu), (10, keras.ops.relu), (1, None)):
        model.add(layers.Dense(units, activation=activation))
    return model
