# expect: fail
# why: drops the rows without a label before it counts
def describe_dataset(table, label):
    table = table.dropna(subset=[label])
    counts = table[label].value_counts().sort_index()
    return {
        "instances": len(table),
        "features": [c for c in table if c != label],
        "label": label,
        "classes": counts.index.tolist(),
        "class_counts": counts.to_dict(),
    }
