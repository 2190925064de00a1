# expect: fail
# why: returns the docstring's answer for max whatever the input
def pool2d(image, size, mode="max"):
    return np.array([[-1.0, 3.0]])[:, :, None]
