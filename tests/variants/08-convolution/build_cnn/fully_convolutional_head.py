# expect: pass
# why: Sequential with the head as a 7 x 7 convolution of 10 filters without activation and a Reshape; a normalising Rescaling in front; 20,490 parameters
def build_cnn():
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            layers.Rescaling(2.0, offset=-0.5),
            layers.Conv2D(16, (3, 3), padding="same", activation=keras.activations.relu),
            layers.MaxPooling2D((2, 2)),
            layers.Conv2D(32, (3, 3), padding="same", activation=keras.activations.relu),
            layers.MaxPooling2D((2, 2)),
            layers.Conv2D(10, (7, 7)),
            layers.Reshape((10,)),
        ],
        name="convolutions_only",
    )
