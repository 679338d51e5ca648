"""The player: what keys do, who plays, and that what one watches is the game that is evaluated."""

import asyncio

import numpy as np
import pytest

from workshop import worlds
from workshop.errors import BadInput
from workshop.show import agents, keys, player_notebook
from workshop.show.player import Player, Seat


@pytest.fixture
def pong():
    """A player watching our best agent for Pong."""
    player = Player([Seat("pong", "best", epsilon=0.0)])
    yield player
    player.stop()


def ticks(player, number):
    for _ in range(number):
        player.tick()


ACTIONS = {
    "pong": ["NOOP", "FIRE", "RIGHT", "LEFT", "RIGHTFIRE", "LEFTFIRE"],
    "breakout": ["NOOP", "FIRE", "RIGHT", "LEFT"],
    "seaquest": ["NOOP", "FIRE", "UP", "RIGHT", "LEFT", "DOWN", "UPRIGHT", "UPRIGHTFIRE"],
}


@pytest.mark.parametrize(
    "game, pressed, name",
    [
        ("pong", [], "NOOP"),
        ("pong", ["up"], "RIGHT"),
        ("pong", ["down"], "LEFT"),
        ("pong", ["fire", "left"], "LEFTFIRE"),
        ("breakout", ["up"], "FIRE"),
        ("breakout", ["left", "right"], "RIGHT"),
        ("breakout", ["right", "left"], "LEFT"),
        ("breakout", ["down"], "NOOP"),
        ("seaquest", ["right", "fire", "up"], "UPRIGHTFIRE"),
    ],
)
def test_keys_mean_what_a_person_expects_in_this_game(game, pressed, name):
    """The last of two opposites counts, keys join into one action, and up fires where nothing moves up."""
    assert ACTIONS[game][keys.action(game, ACTIONS[game], pressed)] == name


def test_a_world_that_numbers_its_actions_is_steered_by_digits_and_cartpole_by_arrows():
    assert keys.action("Nameless-v0", ["0", "1", "2"], ["2"]) == 2
    assert keys.action("CartPole-v1", keys.action_names("CartPole-v1", ["0", "1"]), ["right"]) == 1


def test_what_one_watches_is_the_game_that_an_evaluation_of_the_seed_plays_first(pong):
    world = worlds.evaluation_world("pong", 1, seed=0)
    states = world.reset()
    pong.seats[0].start(0)
    q_values = agents.q_function("best", "pong")
    for _ in range(20):
        assert (pong.seats[0].state == states[0]).all()
        assert pong.seats[0].q_values == pytest.approx(q_values(states[0]))
        pong.seats[0].step()
        states = world.step([int(q_values(states[0]).argmax())]).states
    world.close()


def test_m_takes_over_the_paddle_and_gives_it_back(pong):
    pong.press("m")
    pong.press("down")
    ticks(pong, 8)
    assert pong.seats[0].who == "you"
    assert pong.seats[0].action_names[pong.seats[0].action] == "LEFT"
    pong.release("down")
    ticks(pong, 8)
    assert pong.seats[0].action_names[pong.seats[0].action] == "NOOP"
    pong.press("m")
    assert pong.seats[0].who == "best"


def test_a_tap_shorter_than_an_action_counts_for_one(pong):
    pong.press("m")
    ticks(pong, 1)
    pong.press("down")
    pong.release("down")
    ticks(pong, 4)
    assert pong.seats[0].action_names[pong.seats[0].action] == "LEFT"
    ticks(pong, 4)
    assert pong.seats[0].action_names[pong.seats[0].action] == "NOOP"


def test_space_pauses_and_a_and_s_change_the_speed_within_bounds(pong):
    pong.press("space")
    before = pong.seats[0].steps
    ticks(pong, 20)
    assert pong.seats[0].steps == before
    pong.press("space")
    pong.press("a")
    assert (pong.rate, pong.speed) == (30, 0.5)
    for _ in range(20):
        pong.press("s")
    assert (pong.rate, pong.speed) == (60, 8)
    ticks(pong, 8)
    assert pong.seats[0].steps == before + 16  # eight pictures a tick, four an action


def test_r_starts_the_same_game_again(pong):
    first = pong.seats[0].state.copy()
    ticks(pong, 40)
    pong.press("r")
    assert (pong.seats[0].state == first).all()
    assert pong.seats[0].steps == 0


def test_after_quitting_nothing_moves_and_no_key_does_anything(pong):
    pong.press("q")
    pong.press("r")
    pong.tick()
    assert pong.status() == "The end."


def test_the_agents_values_come_with_names_and_bars_from_0_to_1(pong):
    ticks(pong, 40)
    seat = pong.seats[0]
    assert len(seat.action_names) == len(seat.q_values) == len(seat.bars) == 6
    assert 0 <= seat.bars.min() and seat.bars.max() <= 1
    assert seat.bars.argmax() == seat.q_values.argmax()
    page = player_notebook.bars(seat)
    assert "RIGHTFIRE" in page and page.count("#e8710a") == 1


def test_a_game_over_shows_its_score_for_a_while_and_then_the_next_seed_begins():
    player = Player([Seat("CartPole-v1", "random")], seed=4)
    while not player.over:
        player.tick()
    assert player.status() == f"Game over: random {player.seats[0].score:g}. The next game has seed 5."
    score = player.seats[0].score
    ticks(player, 50)
    assert player.seats[0].score == score > 0
    ticks(player, 100)
    assert player.seed == 5
    player.stop()


def test_beside_both_play_the_same_game_and_wait_for_each_other():
    """The same seed: alike as long as the actions are; a seat whose game is over waits for the other one's end."""
    player = Player([Seat("CartPole-v1", "random") for _ in range(2)], seed=1)
    assert (player.seats[0].state == player.seats[1].state).all()
    player.seats[0].taken_over = True
    ticks(player, 200)  # no key: the person's pole waits, and the agent's falls
    assert player.seats[1].over and not player.seats[0].over
    assert player.seed == 1
    player.press("left")
    ticks(player, 30)
    assert player.over
    player.stop()


def test_a_network_of_ones_own_can_play_and_one_that_does_not_fit_is_refused_in_a_line():
    import chainer

    class Mine(chainer.Chain):
        def forward(self, states):
            return chainer.Variable(np.float32([[0, 0, 1, 0, 0, 0]]).repeat(len(states), axis=0))

    class TooFew(chainer.Chain):
        def forward(self, states):
            return chainer.Variable(np.zeros((len(states), 2), np.float32))

    player = Player([Seat("pong", Mine(), epsilon=0.0)])
    ticks(player, 5)
    assert player.seats[0].action == 2
    player.stop()
    with pytest.raises(BadInput, match="shape .2,. for a state, but pong has 6 actions"):
        Player([Seat("pong", TooFew())])


@pytest.mark.parametrize(
    "game, agent, line",
    [
        ("pong", "bets", 'no agent "bets" for pong. Did you mean "best"'),
        ("pnog", "best", 'Did you mean "pong"'),
        ("breakout", agents.AGENTS / "pong" / "best.npz", "is an agent for pong, not for breakout"),
        ("pong", "nowhere.npz", "there is no snapshot nowhere.npz"),
    ],
)
def test_an_agent_that_cannot_play_is_refused_in_a_line(game, agent, line):
    with pytest.raises(BadInput, match=line):
        Seat(game, agent)


def test_in_a_notebook_keys_and_buttons_do_the_same_and_one_player_moves_at_a_time():
    async def session():
        first = player_notebook.watch("pong", "random")
        await asyncio.sleep(0.3)
        assert first.player.seats[0].steps > 0
        first._keyboard_event({"type": "keydown", "key": "m", "repeat": False})
        first._keyboard_event({"type": "keydown", "key": "m", "repeat": True})  # held, not pressed again
        first._keyboard_event({"type": "keydown", "key": "ArrowDown", "repeat": False})
        assert first.player.seats[0].taken_over
        first._keyboard_event({"type": "keydown", "key": "m", "repeat": False, "ctrlKey": True})  # the browser's own
        assert first.player.seats[0].taken_over
        assert first._buttons["m"].description == "give back"
        first._buttons["m"].click()
        assert not first.player.seats[0].taken_over
        second = player_notebook.beside("breakout", "random")
        steps = first.player.seats[0].steps
        await asyncio.sleep(0.2)
        assert first.player.seats[0].steps == steps
        first.press("space")  # wakes it, and does not pause it
        assert not first.player.paused and not second._live.running
        first.press("q")
        second.press("q")
        await asyncio.sleep(0.1)

    asyncio.run(session())
