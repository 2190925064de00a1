# expect: pass
# why: no Input layer, but build with an input shape; activation as a function
def build_sequential():
    relu = keras.activations.relu
    model = keras.Sequential([layers.Dense(20, relu), layers.Dense(10, relu), layers.Dense(1)])
    model.build((None, 2))
    return model
