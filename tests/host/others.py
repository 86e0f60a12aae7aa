"""others - what tests with other users need."""
import os


def open_to_all(path):
    """Others must get as far as the mount: pytest's folders are closed to them."""
    for parent in [path, *path.parents]:
        if parent.stat().st_mode & 5 != 5 and parent.owner() == "root":
            os.chmod(parent, parent.stat().st_mode | 0o755)
