# expect: fail
# why: drops rows and columns of the caller's own table
def describe_dataset(table, label):
    total = len(table)
    labels = table.pop(label)
    counts = labels.value_counts().sort_index()
    return {
        "instances": total,
        "features": table.columns.tolist(),
        "label": label,
        "classes": counts.index.tolist(),
        "class_counts": counts.to_dict(),
    }
