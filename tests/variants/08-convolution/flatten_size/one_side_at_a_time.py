# expect: pass
# why: a helper that follows one side through the stack, called for both
def flatten_size(input_shape, stack):
    def follow(side):
        for layer in stack:
            if layer[0] == "pool":
                kernel = stride = layer[1]
            else:
                kernel, stride = layer[2:4]
                if layer[4] == "same":
                    side += kernel - 1  # zeros, as for stride 1
            positions = range(kernel, side + 1, stride)
            if not positions:
                raise ValueError(f"a window of {kernel} on {side} pixels")
            side = len(positions)
        return side

    filters = [layer[1] for layer in stack if layer[0] == "conv"]
    return follow(input_shape[0]) * follow(input_shape[1]) * ([input_shape[2]] + filters)[-1]
