# expect: fail
# why: a Dropout between the hidden layers: breaks "The graph is that of build_sequential" (nothing that works in training only)
def build_functional():
    features = keras.Input(shape=(2,), name="features")
    hidden = layers.Dense(20, activation="relu", name="hidden_1")(features)
    hidden = layers.Dropout(0.2)(hidden)
    hidden = layers.Dense(10, activation="relu", name="hidden_2")(hidden)
    return keras.Model(features, layers.Dense(1, name="output")(hidden))
