# expect: pass
# why: height and width spelt out, as a beginner would
def flatten_size(input_shape, stack):
    height = input_shape[0]
    width = input_shape[1]
    channels = input_shape[2]
    for layer in stack:
        if layer[0] == "conv":
            filters = layer[1]
            kernel = layer[2]
            stride = layer[3]
            padding = layer[4]
            if padding == "same":
                height = int(np.ceil(height / stride))
                width = int(np.ceil(width / stride))
            else:
                if height < kernel or width < kernel:
                    raise ValueError("the convolution's window is too large")
                height = int(np.floor((height - kernel) / stride)) + 1
                width = int(np.floor((width - kernel) / stride)) + 1
            channels = filters
        elif layer[0] == "pool":
            size = layer[1]
            if height < size or width < size:
                raise ValueError("the pooling's window is too large")
            height = height // size
            width = width // size
    return height * width * channels
