# expect: fail
# why: `label not in name` looks for a substring: with label "sex" it loses a feature "sex_ratio"; all other columns are features
def describe_dataset(table, label):
    present = table[label].dropna().tolist()
    classes = sorted(set(present))
    return {
        "instances": len(table),
        "features": [name for name in table.columns if label not in name],
        "label": label,
        "classes": classes,
        "class_counts": {name: present.count(name) for name in classes},
    }
