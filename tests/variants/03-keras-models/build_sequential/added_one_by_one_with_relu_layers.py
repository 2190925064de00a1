# expect: pass
# why: add() in a loop, ReLU as a layer of its own after a linear Dense (the text allows it)
def build_sequential():
    model = keras.Sequential(name="stack")
    model.add(keras.Input(shape=(2,)))
    for units in (20, 10):
        model.add(layers.Dense(units))
        model.add(layers.ReLU())
    model.add(layers.Dense(1))
    return model
