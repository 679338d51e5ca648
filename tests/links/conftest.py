"""For the tests of links: three hands on any machine, and what chainer.gradient_check needs to be imported."""

import sys
import types

import pytest

import workshop  # noqa: F401  (makes Chainer importable)
from workshop.links import hands

# gradient_check imports chainer.testing, and that pkg_resources, which setuptools dropped, for a function unused here.
sys.modules.setdefault("pkg_resources", types.ModuleType("pkg_resources", "Stand-in by tests/links/conftest.py."))


def pytest_configure(config):
    for marker in ("gpu", "cudnn", "ideep", "slow", "chainerx"):
        config.addinivalue_line("markers", f"{marker}: Chainer's own; not used here")


@pytest.fixture(autouse=True)
def three_hands(monkeypatch):
    hands.count()  # tells BLAS to keep to one thread
    hands._helpers.cache_clear()
    monkeypatch.setattr(hands, "count", lambda: 3)
    yield
    hands._helpers.cache_clear()
