# expect: pass
# why: returns NumPy's integers and the weights as a list
def stop_when_no_improvement(losses, patience, weights):
    if not patience >= 1:
        raise ValueError("patience")
    low = np.fmin.accumulate(np.asarray(losses, dtype=float))
    better = np.concatenate([[True], low[1:] < low[:-1]])
    steps = np.arange(len(low))
    since = steps - np.maximum.accumulate(np.where(better, steps, 0))
    over = np.flatnonzero(since >= patience)
    stopped = over[0] if len(over) else steps[-1]
    best = stopped - since[stopped]
    return stopped, best, list(weights[best])
