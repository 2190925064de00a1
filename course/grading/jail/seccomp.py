"""Denies a process the system calls that no lesson needs; a filter, never the only wall.

The namespaces already keep a room in. The filter shortens the way to the kernel's rarely used
parts, and closes the ways to hold memory that no process's set size shows.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct

from course.grading.jail import kernel

# Numbers from Linux's asm/unistd_64.h and asm-generic/unistd.h: (x86_64, aarch64), None if absent.
# From 424 on they are the same everywhere.
DENIED: dict[str, tuple[int | None, int | None]] = {
    # other processes' memory and files
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "pidfd_getfd": (438, 438),
    # mounts, roots and namespaces
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "unshare": (272, 97),
    "setns": (308, 268),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    # the kernel's keys, programs, counters and rings
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "fanotify_init": (300, 262),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "lookup_dcookie": (212, 18),
    # the machine itself
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "acct": (163, 89),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "syslog": (103, 116),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "adjtimex": (159, 171),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "vhangup": (153, 58),
    "iopl": (172, None),
    "ioperm": (173, None),
    "modify_ldt": (154, None),
    "uselib": (134, None),
    # memory that no process's set size shows
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "vmsplice": (278, 75),
}
_CLONE = (56, 220)
_CLONE3 = 435
_MMAP = (9, 222)
_SOCKET = (41, 198)
_SETSOCKOPT = (54, 208)

_ARCHITECTURES = {"x86_64": (0, 0xC000_003E), "aarch64": (1, 0xC000_00B7)}
_X32 = 0x4000_0000
_NEW_NAMESPACES = 0x7E02_0080  # CLONE_NEW{USER,PID,NET,IPC,UTS,CGROUP}, NEWNS, NEWTIME
_SHARED_ANONYMOUS = 0x01 | 0x20  # MAP_SHARED, MAP_ANONYMOUS
# There is no network; what a room sends to itself would fill buffers that the whole machine shares.
_AF_UNIX = 1
# SO_SNDBUF, SO_RCVBUF and their forced forms: what waits in a socket is in no process's set size.
_BUFFER_SIZES = (7, 8, 32, 33)

# struct seccomp_data: nr, arch, instruction pointer, six 64-bit arguments (little-endian here).
_NUMBER, _ARCHITECTURE, _ARGUMENT = 0, 4, 16
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _AND, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_ALLOW, _KILL, _ERRNO = 0x7FFF_0000, 0x8000_0000, 0x0005_0000
_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 22, 2


def install_filter() -> bool:
    """Filter this thread and all that it will start; needs ``no_new_privs``.

    Returns
    -------
    bool
        False, with nothing done, on a processor other than x86_64 and aarch64.

    Raises
    ------
    OSError
        If the kernel has no seccomp filters.
    """
    program = filter_program(platform.machine())
    if program is None:
        return False
    code = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog: the number of instructions and where they are.
    header = struct.pack("@HP", len(program) // 8, ctypes.addressof(code))
    buffer = ctypes.create_string_buffer(header, len(header))
    kernel.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(buffer))
    return True


def filter_program(machine: str) -> bytes | None:
    """The filter as classic BPF, 8 bytes an instruction; None for a processor we do not know."""
    if machine not in _ARCHITECTURES:
        return None
    column, architecture = _ARCHITECTURES[machine]
    deny = _return(_ERRNO | errno.EPERM)
    program = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        _return(_KILL),  # 32-bit calls have other numbers: none is allowed
        (_LOAD, 0, 0, _NUMBER),
    ]
    if machine == "x86_64":
        program += [(_AT_LEAST, 0, 1, _X32), deny]
    for numbers in DENIED.values():
        if numbers[column] is not None:
            program += [(_EQUAL, 0, 1, numbers[column]), deny]
    # clone3's flags are behind a pointer; told that it is missing, the C library uses clone.
    program += [(_EQUAL, 0, 1, _CLONE3), _return(_ERRNO | errno.ENOSYS)]
    program += _when(_CLONE[column], 0, [(_ANY_BIT, 0, 1, _NEW_NAMESPACES), deny])
    program += _when(
        _MMAP[column],
        3,
        [(_AND, 0, 0, _SHARED_ANONYMOUS), (_EQUAL, 0, 1, _SHARED_ANONYMOUS), deny],
    )
    program += _when(_SOCKET[column], 0, [(_EQUAL, 1, 0, _AF_UNIX), deny])
    sizes = [step for option in _BUFFER_SIZES for step in ((_EQUAL, 0, 1, option), deny)]
    program += _when(_SETSOCKOPT[column], 2, sizes)
    program.append(_return(_ALLOW))
    return b"".join(struct.pack("<HBBI", *instruction) for instruction in program)


def _when(number: int, argument: int, checks: list) -> list:
    """For this system call: load the argument's low word, run the checks, else allow."""
    body = [(_LOAD, 0, 0, _ARGUMENT + 8 * argument), *checks, _return(_ALLOW)]
    return [(_EQUAL, 0, len(body), number), *body]


def _return(action: int) -> tuple[int, int, int, int]:
    return (_RETURN, 0, 0, action)
