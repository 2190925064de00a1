# expect: fail
# why: the number of features instead of their names
def describe_dataset(table, label):
    counts = table[label].value_counts().sort_index()
    return {
        "instances": len(table),
        "features": len(table.columns) - 1,
        "label": label,
        "classes": counts.index.tolist(),
        "class_counts": counts.to_dict(),
    }
