# expect: pass
# why: layers added in turn, the activations as layers of their own
def build_sequential():
    model = keras.Sequential()
    model.add(keras.Input((2,)))
    model.add(layers.Dense(20))
    model.add(layers.ReLU())
    model.add(layers.Dense(10))
    model.add(layers.Activation("relu"))
    model.add(layers.Dense(1, activation="linear"))
    return model
