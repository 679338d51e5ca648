"""A person types a game's name as they know it; we know which one they mean, or say so in a line."""

import gymnasium
import pytest

from workshop.errors import BadInput
from workshop.worlds import games


@pytest.mark.parametrize("name", ["pong", "Pong", "ALE/Pong-v5", "PongNoFrameskip-v4", "PongDeterministic-v4"])
def test_pong_is_found_under_all_its_names(name):
    assert games.find(name) == "pong"


@pytest.mark.parametrize("name", ["space_invaders", "SpaceInvaders", "space-invaders", "Space Invaders"])
def test_two_words_may_be_joined_in_any_way(name):
    assert games.find(name) == "space_invaders"


def test_every_id_that_ale_registers_is_found():
    ids = {key: spec.kwargs["game"] for key, spec in gymnasium.registry.items() if "game" in spec.kwargs}
    assert set(ids.values()) == set(games.ATARI)
    assert {key: games.find(key) for key in ids} == ids


def test_the_course_games_are_atari_games():
    assert all(games.is_atari(game) for game in games.COURSE)


@pytest.mark.parametrize("name", ["CartPole-v1", "FrozenLake-v1", "Blackjack-v1", "workshop/Sokoban-v0"])
def test_a_gymnasium_world_keeps_its_id(name):
    assert games.find(name) == name
    assert not games.is_atari(name)


@pytest.mark.parametrize(
    "name, says",
    [
        ("pnog", 'there is no game "pnog". Did you mean "pong"? `python3 start.py train --help` lists all 104.'),
        ("cartpole", 'Did you mean "CartPole-v1"?'),
        ("xyzzy", 'there is no game "xyzzy". `python3'),
        ("", 'there is no game "".'),
        ("Pendulum-v1", "a DQN chooses among a few"),
        ("combat", "a game for two"),
    ],
)
def test_what_cannot_be_played_is_refused_in_one_line(name, says):
    with pytest.raises(BadInput) as refusal:
        games.find(name)
    assert says in str(refusal.value)
    assert "\n" not in str(refusal.value)
