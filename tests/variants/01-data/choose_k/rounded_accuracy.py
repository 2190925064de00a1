# expect: fail
# why: "test_accuracy : float, its accuracy on the test set": 53/69 = 0.768115... is returned as 0.768
def choose_k(ks, train, val, test, accuracy):
    best_k = min(ks, key=lambda k: (-accuracy(k, train, val), k))
    return best_k, round(float(accuracy(best_k, train, test)), 3)
