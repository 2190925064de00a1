# expect: fail
# why: returns the docstring's answer whatever the input
def conv2d(image, kernel, stride=1, padding="valid"):
    return np.array([[4.0, -1.0], [1.0, 6.0]])[:, :, None]
