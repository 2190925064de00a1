# expect: fail
# why: leaves columns of text out
def describe_dataset(table, label):
    counts = table[label].value_counts().sort_index()
    return {
        "instances": len(table),
        "features": table.drop(columns=label).select_dtypes("number").columns.tolist(),
        "label": label,
        "classes": counts.index.tolist(),
        "class_counts": counts.to_dict(),
    }
