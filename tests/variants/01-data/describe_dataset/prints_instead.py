# expect: fail
# why: prints the summary and returns nothing
def describe_dataset(table, label):
    print({"instances": len(table), "label": label})
