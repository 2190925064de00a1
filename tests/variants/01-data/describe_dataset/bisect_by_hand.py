# expect: pass
# why: one pass over the rows; keeps the list of classes sorted by insertion with bisect
def describe_dataset(table, label):
    import bisect

    classes, class_counts = [], {}
    values, missing = table[label].tolist(), table[label].isna().tolist()
    for value, is_missing in zip(values, missing):
        if is_missing:
            continue
        if value not in class_counts:
            bisect.insort(classes, value)
            class_counts[value] = 0
        class_counts[value] += 1
    features = list(filter(lambda name: name != label, table))
    return {
        "instances": len(values),
        "features": features,
        "label": label,
        "classes": classes,
        "class_counts": class_counts,
    }
