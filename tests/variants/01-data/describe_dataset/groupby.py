# expect: pass
# why: pandas' groupby, which drops missing labels
def describe_dataset(table, label):
    sizes = table.groupby(label).size()
    return dict(
        instances=int(table[label].size),
        features=table.drop(columns=label).columns.to_list(),
        label=label,
        classes=list(sizes.index),
        class_counts=dict(sizes),
    )
