"""Leaves shared memory, semaphores and queues behind, and fills what all rooms share.

gain: neighbour, host
"""

# %%
from multiprocessing import shared_memory

for name in (HOST["name"], "psm_cache"):
    try:
        block = shared_memory.SharedMemory(name, create=True, size=4096)
        block.buf[:3] = b"bad"
    except OSError:
        pass
for call in (29, 64, 68):  # shmget, semget, msgget
    LIBC.syscall(call, 4711, 4096, 0o1666)
LIBC.mq_open(b"/" + HOST["name"].encode(), 0o102, 0o666, None)
