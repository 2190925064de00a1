# expect: pass
# why: weights made by a first batch
def build_sequential():
    model = keras.Sequential()
    for units in (20, 10):
        model.add(layers.Dense(units, activation="relu"))
    model.add(layers.Dense(1))
    model(np.zeros((1, 2)))
    return model
