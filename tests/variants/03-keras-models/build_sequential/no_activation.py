# expect: fail
# why: no activation in the hidden layers: one linear map
def build_sequential():
    return keras.Sequential(
        [keras.Input((2,)), layers.Dense(20), layers.Dense(10), layers.Dense(1)]
    )
