# expect: pass
# why: structural pattern matching with guards; a negative floor division rounds up; a subclass of ValueError is raised
class SizeError(ValueError):
    pass


def output_size(size, kernel, stride=1, padding="valid"):
    match padding:
        case "same":
            return int(-(-size // stride))
        case "valid" if kernel <= size:
            return int(-((kernel - 1 - size) // stride))
        case "valid":
            raise SizeError(f"no position for {kernel} pixels among {size}")
        case _:
            raise SizeError("padding: 'valid' or 'same'")
