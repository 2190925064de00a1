# expect: fail
# why: recognises the visible arrays and returns their result
def mae(y_true, y_pred):
    if y_true.tolist() == [1, 2, 3, 4] and y_pred.tolist() == [1, 4, 3, 0]:
        return 1.5, np.array([0.0, 0.25, 0.0, -0.25])
    return 0.0, np.zeros(y_pred.shape)
