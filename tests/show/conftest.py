"""What a notebook would have been sent."""

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output


@pytest.fixture
def shown():
    """A function: what a call displays, as a list of {mime type: content}."""

    def ask(function, *args, **kwargs):
        with capture_output() as captured:
            function(*args, **kwargs)
        return [output.data for output in captured.outputs]

    InteractiveShell.instance()
    yield ask
    InteractiveShell.clear_instance()
