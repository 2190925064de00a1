# expect: pass
# why: NumPy's argmax over sorted candidates
def choose_k(ks, train, val, test, accuracy):
    ks = np.sort(np.array(ks))
    scores = [accuracy(int(k), train, val) for k in ks]
    best = int(ks[np.argmax(scores)])
    return best, float(accuracy(best, train, test))
