# expect: pass
# why: NumPy's unique on the labels that are there
def describe_dataset(table, label):
    labels = table[label].dropna().to_numpy()
    classes, counts = np.unique(labels, return_counts=True)
    return {
        "class_counts": dict(zip(classes.tolist(), counts.tolist())),
        "classes": classes.tolist(),
        "label": label,
        "features": [c for c in table if c != label],
        "instances": len(table.index),
    }
