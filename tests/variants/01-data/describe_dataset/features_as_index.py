# expect: fail
# why: a pandas Index instead of a list
def describe_dataset(table, label):
    counts = table[label].value_counts().sort_index()
    return {
        "instances": len(table),
        "features": table.columns.drop(label),
        "label": label,
        "classes": counts.index.tolist(),
        "class_counts": counts.to_dict(),
    }
