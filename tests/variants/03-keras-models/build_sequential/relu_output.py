# expect: fail
# why: ReLU on the output too
def build_sequential():
    stack = [layers.Dense(units, activation="relu") for units in (20, 10, 1)]
    return keras.Sequential([keras.Input((2,)), *stack])
