# expect: pass
# why: builds the stack in Keras and asks for its output shape
def flatten_size(input_shape, stack):
    model = keras.Sequential([keras.Input(tuple(input_shape))])
    for kind, *settings in stack:
        if kind == "conv":
            filters, kernel, stride, padding = settings
            model.add(layers.Conv2D(filters, kernel, strides=stride, padding=padding))
        else:
            model.add(layers.MaxPooling2D(settings[0]))
    model.add(layers.Flatten())
    return model.output_shape[-1]
