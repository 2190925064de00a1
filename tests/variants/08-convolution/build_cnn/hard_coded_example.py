# expect: fail
# why: the docstring's shape and a small count, without a convolution
def build_cnn():
    return keras.Sequential([keras.Input((28, 28, 1)), layers.Flatten(), layers.Dense(10)])
