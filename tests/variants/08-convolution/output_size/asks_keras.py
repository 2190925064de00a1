# expect: pass
# why: lets a Keras layer work out its shape; Keras refuses a window too large
def output_size(size, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):  # Keras would take "SAME" as well
        raise ValueError(padding)
    layer = layers.Conv2D(1, (kernel, 1), strides=stride, padding=padding)
    return layer.compute_output_shape((None, size, stride, 1))[1]
