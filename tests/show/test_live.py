"""What moves starts, stops, goes on, gives way to its successor, and says what went wrong."""

import asyncio
import itertools

from workshop import show
from workshop.errors import BadInput


def moving(seen):
    """Writes down 0, 1, 2, ..."""
    for number in itertools.count():
        seen.append(number)
        yield


def ignore(error):
    raise AssertionError from error


def test_it_goes_on_where_it_stood_even_when_started_again_at_once():
    async def watch():
        seen = []
        live = show.Live(moving(seen), rate=200, name="a", failed=ignore)
        live.start()
        await asyncio.sleep(0.05)
        live.stop()
        live.start()
        await asyncio.sleep(0.05)
        live.stop()
        stood = len(seen)
        await asyncio.sleep(0.03)
        return seen, stood

    seen, stood = asyncio.run(watch())
    assert seen == list(range(stood)) and stood > 2


def test_it_keeps_to_its_rate():
    async def watch():
        seen = []
        live = show.Live(moving(seen), rate=20, name="b", failed=ignore)
        live.start()
        await asyncio.sleep(0.5)
        live.stop()
        return len(seen)

    assert 4 <= asyncio.run(watch()) <= 11


def test_a_cell_run_twice_leaves_one():
    async def watch():
        one, two = (show.Live(moving([]), rate=100, name="the same", failed=ignore) for _ in range(2))
        other = show.Live(moving([]), rate=100, name="another", failed=ignore)
        for live in (one, other, two):
            live.start()
        return one.running, two.running, other.running

    assert asyncio.run(watch()) == (False, True, True)


def test_an_error_is_said_and_the_button_offers_to_start_again():
    def breaks():
        yield
        raise ValueError("no such <square>")

    async def watch():
        line = show.Line()
        live = show.Live(breaks(), rate=200, name="c", failed=line.fail)
        button = show.switch(live)
        button.click()
        while_running = button.description
        await asyncio.sleep(0.1)
        return while_running, button.description, line.widget.value

    before, after, said = asyncio.run(watch())
    assert (before, after) == ("Stop", "Start")
    assert "ValueError: no such &lt;square&gt; (test_live.py, line " in said and 'role="alert"' in said


def test_what_a_button_raises_is_said_in_the_words_of_the_error():
    line = show.Line()

    def refuse():
        raise BadInput("there is no level 9.")

    line.guard(refuse)()
    assert ">there is no level 9.<" in line.widget.value
