"""A spec to break: a copy of spec/ per test, edited by one substitution, loaded by the real loader."""
import shutil
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
REPOSITORY = HERE.parent.parent


class Broken:
    def __init__(self, root):
        self.root = root

    def edit(self, path, old, new):
        """replace the first `old`; the test is wrong if it is not there"""
        file = self.root / path
        text = file.read_text()
        assert old in text, f"{path} has no {old!r}"
        file.write_text(text.replace(old, new, 1))
        return self

    def refused(self):
        """what the loader says against this spec"""
        from load import spec
        from load.report import Refused
        with pytest.raises(Refused) as caught:
            spec.load(self.root)
        return str(caught.value)


@pytest.fixture
def broken(tmp_path):
    root = tmp_path / "spec"
    shutil.copytree(REPOSITORY / "spec", root)
    return Broken(root)


@pytest.fixture(scope="session")
def spec():
    from load import spec as loader
    return loader.load(REPOSITORY / "spec")
