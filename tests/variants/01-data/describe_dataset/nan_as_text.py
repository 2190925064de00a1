# expect: fail
# why: a missing label becomes the class 'nan'
def describe_dataset(table, label):
    counts = table[label].value_counts().sort_index()
    return {
        "instances": len(table),
        "features": [c for c in table.columns if c != label],
        "label": label,
        "classes": sorted(set(table[label].astype(str))),
        "class_counts": table[label].astype(str).value_counts().to_dict(),
    }
