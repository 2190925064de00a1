"""The kernel that runs notebooks headless, and how it is started."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

from course.errors import CourseError

KERNEL_NAME = "python3"

# nbgrader gives no points to a test that prints on stderr, where TensorFlow and NumPy warn:
# in a kernel that grades or validates, stderr is stdout, and C++ logs stay out of the notebook.
KERNEL_ARGUMENTS = (
    "--IPKernelApp.exec_lines=import sys; sys.stderr = sys.stdout",
    "--IPKernelApp.capture_fd_output=False",
    "--IPKernelApp.log_level=ERROR",
)


def use_own_programs() -> None:
    """Let nbgrader find the programs that it starts by name, though nobody activated .venv."""
    here = str(Path(sys.executable).parent)
    path = os.environ.get("PATH", "")
    if here not in path.split(os.pathsep):
        os.environ["PATH"] = here + os.pathsep + path


def require_kernel() -> None:
    """Raise a CourseError, with the remedy, where Jupyter has no Python kernel."""
    try:
        KernelSpecManager().get_kernel_spec(KERNEL_NAME)
    except NoSuchKernel:
        raise CourseError(
            f"Jupyter has no kernel called {KERNEL_NAME!r}: "
            "run `python -m ipykernel install --sys-prefix`"
        ) from None
