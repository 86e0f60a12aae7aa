"""conftest - paths for the tests of the tools; one built guest per architecture and session."""
import os
import sys

import pytest

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.join(TOP, "tools")]
import guest  # noqa: E402


@pytest.fixture(scope="session")
def guest_of(tmp_path_factory):
    """guest_of(arch): the bootable test guest."""
    built = {}

    def get(arch):
        if arch not in built:
            built[arch] = guest.build(arch, str(tmp_path_factory.mktemp("guest")))
        return built[arch]
    return get
