# expect: fail
# why: invents keys of its own
def describe_dataset(table, label):
    counts = table[label].value_counts().sort_index()
    return {
        "n": len(table),
        "features": [c for c in table if c != label],
        "target": label,
        "classes": counts.index.tolist(),
        "counts": counts.to_dict(),
    }
