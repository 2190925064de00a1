# expect: pass
# why: pandas' groupby
def update_centres(X, assignment, centres):
    means = pd.DataFrame(np.asarray(X, float)).groupby(np.asarray(assignment)).mean()
    new = pd.DataFrame(np.asarray(centres, float))
    new.loc[means.index] = means.to_numpy()
    return new.to_numpy()
