"""Whether a cell runs before a person's eyes, or unattended. It displays nothing."""

from IPython import get_ipython


def somebody_is_there() -> bool:
    """Whether a person can answer this cell.

    JupyterLab, Notebook and VS Code say in each request to run a cell that they accept questions
    (`input()`); nbclient, and with it nbconvert and nbgrader, says that it does not.
    """
    shell = get_ipython()
    request = shell.get_parent() if hasattr(shell, "get_parent") else {}
    return bool(request.get("content", {}).get("allow_stdin"))
