# expect: fail
# why: one class for each row
def describe_dataset(table, label):
    counts = table[label].value_counts().sort_index()
    return {
        "instances": len(table),
        "features": [c for c in table.columns if c != label],
        "label": label,
        "classes": sorted(table[label].dropna()),
        "class_counts": counts.to_dict(),
    }
