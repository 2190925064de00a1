# expect: fail
# why: knows the visible answers only
def forward(X, layers):
    return [X, np.array([[4.0], [10.0]]), np.array([[3.0]])][len(layers)]
