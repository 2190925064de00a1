# expect: pass
# why: walks along the image and counts, as a beginner would
def output_size(size, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):
        raise ValueError("unknown padding: " + repr(padding))
    if padding == "valid" and kernel > size:
        raise ValueError("the window is larger than the image")
    count = 0
    position = 0
    while position < size:
        if padding == "same" or position + kernel <= size:
            count = count + 1
        position = position + stride
    return count
