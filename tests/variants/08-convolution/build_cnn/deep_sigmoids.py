# expect: fail
# why: six layers of sigmoids, through which no gradient comes
def build_cnn():
    model = keras.Sequential([keras.Input((28, 28, 1))])
    for _ in range(6):
        model.add(layers.Conv2D(16, 3, padding="same", activation="sigmoid"))
    model.add(layers.MaxPooling2D(4))
    model.add(layers.Flatten())
    model.add(layers.Dense(16, activation="sigmoid"))
    model.add(layers.Dense(10))
    return model
