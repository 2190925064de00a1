# expect: fail
# why: counts missing labels too
def describe_dataset(table, label):
    counts = table[label].value_counts().sort_index()
    return {
        "instances": len(table),
        "features": [c for c in table.columns if c != label],
        "label": label,
        "classes": counts.index.tolist(),
        "class_counts": table[label].value_counts(dropna=False).to_dict(),
    }
