# expect: pass
# why: both cases rounded up, as in TensorFlow's documentation; a NumPy integer
def output_size(size, kernel, stride=1, padding="valid"):
    match padding:
        case "valid":
            count = np.int64(np.ceil((size - kernel + 1) / stride))
        case "same":
            count = np.int64(np.ceil(size / stride))
        case _:
            raise ValueError(f"{padding=}")
    if count < 1:
        raise ValueError("no position at all")
    return count
