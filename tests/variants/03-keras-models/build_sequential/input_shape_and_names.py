# expect: pass
# why: input_shape in the first Dense, names, and Keras's own initialisers spelt out
def build_sequential():
    widths = [20, 10]
    stack = [
        layers.Dense(
            width,
            activation="relu",
            name=f"h{i}",
            kernel_initializer="glorot_uniform",
            bias_initializer="zeros",
            **({"input_shape": (2,)} if i == 0 else {}),
        )
        for i, width in enumerate(widths)
    ]
    return keras.Sequential([*stack, layers.Dense(units=1, use_bias=True)], name="mine")
