# expect: fail
# why: returns the docstring's answer whatever the input
def forward(X, layers):
    return np.array([[3.0]])
