# expect: fail
# why: only the docstring's 281 parameters are right
def build_sequential():
    return keras.Sequential([keras.Input((280,)), layers.Dense(1)])
