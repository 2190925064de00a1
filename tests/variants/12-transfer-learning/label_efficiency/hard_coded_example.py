# expect: fail
# why: the table of the docstring's example
def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    return {"zero": np.full((2, 3), 0.75)}
