"""Changes the mode, owner, time and content of files outside through links in its own folder.

gain: host
succeeds without: jail
"""

# %%
import os
import shutil

target = os.path.join(HOST["root"], "secret.txt")
attempt(os.symlink, target, "link")
attempt(os.chmod, "link", 0o777)
attempt(os.chown, "link", os.getuid(), os.getgid())
attempt(os.utime, "link", (0, 0))
attempt(shutil.copyfile, "/etc/hosts", "link")
attempt(os.truncate, "link", 0)
attempt(os.rename, target, target + ".moved")
attempt(os.unlink, target)
