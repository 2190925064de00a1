# expect: fail
# why: columns.difference sorts the names; features must be in the table's order
def describe_dataset(table, label):
    counts = table[label].dropna().value_counts().to_dict()
    return {
        "instances": len(table),
        "features": table.columns.difference([label]).tolist(),
        "label": label,
        "classes": sorted(counts),
        "class_counts": counts,
    }
