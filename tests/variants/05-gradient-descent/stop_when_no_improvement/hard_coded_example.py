# expect: fail
# why: the docstring's example, whatever the input
def stop_when_no_improvement(losses, patience, weights):
    return 5, 2, weights[2]
