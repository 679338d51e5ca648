"""What Chainer 7.8.1, its last release (2022), misses on Python 3.11 to 3.13 and NumPy 2; and nothing more.

Each shim says what it stands in for. Remove one and `import chainer` fails or warns: tests/links/test_compat.py
holds us to that.
"""

import sys
import types
import warnings

import numpy as np


def make_chainer_importable():
    """Put the shims in place. Call before the first `import chainer`; calling again changes nothing."""
    _give_numpy_sctypes()
    _stand_in_for_environment_check()
    _silence_old_warnings()


def _give_numpy_sctypes():
    # NumPy 2 removed the table `numpy.sctypes`; chainer.utils.type_check and a few functions read it at import.
    if not hasattr(np, "sctypes"):
        np.sctypes = {
            "int": [np.int8, np.int16, np.int32, np.int64],
            "uint": [np.uint8, np.uint16, np.uint32, np.uint64],
            "float": [np.float16, np.float32, np.float64],
            "complex": [np.complex64, np.complex128],
            "others": [bool, object, bytes, str, np.void],
        }


def _stand_in_for_environment_check():
    # The original imports numpy.distutils and pkg_resources, both gone, only to warn of old NumPy on macOS.
    name = "chainer._environment_check"
    if name not in sys.modules:
        module = types.ModuleType(name, "Stand-in by workshop.links.compat.")
        module.check = lambda: None
        sys.modules[name] = module


def _silence_old_warnings():
    # Said of Chainer's own lines, which nobody here can mend; warnings about an attendee's code stay.
    for category in (DeprecationWarning, FutureWarning, SyntaxWarning, PendingDeprecationWarning):
        warnings.filterwarnings("ignore", category=category, module=r"chainer(x)?(\..*)?$")
    warnings.filterwarnings("ignore", message=".*cuDNN.*", module=r"chainer(\..*)?$")
    warnings.filterwarnings("ignore", message=r".*chainerx.*", module=r"chainer(\..*)?$")
    # CuPy says this on import where NCCL is not installed; it joins several cards, and we use one.
    warnings.filterwarnings("ignore", message=r"\s*nccl library could not be loaded")
