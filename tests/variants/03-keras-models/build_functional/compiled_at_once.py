# expect: fail
# why: compiles the model: breaks "it is not compiled"
def build_functional():
    features = keras.Input(shape=(2,), name="features")
    hidden = layers.Dense(20, activation="relu", name="hidden_1")(features)
    hidden = layers.Dense(10, activation="relu", name="hidden_2")(hidden)
    model = keras.Model(features, layers.Dense(1, name="output")(hidden))
    model.compile(optimizer="adam", loss="mse")
    return model
