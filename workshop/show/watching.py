"""A game that goes on while one reads: a policy plays, and a button starts and stops it."""

import itertools

import ipywidgets

from workshop.show.controls import Line, switch
from workshop.show.figures import of_picture, present
from workshop.show.live import Live
from workshop.show.screen import Screen
from workshop.worlds import episode_seed


def watch(game, policy, *, alt, seed=0, width=320):
    """Show a policy's games, one after another, at the game's own speed; it begins when the button is pressed.

    game: from worlds.watched_game.  policy: state -> action.  alt: what there is to see, in a sentence.
    seed: int, of the games.  width: of the page's pixels.
    """
    screen, line = Screen(width=width, alt=alt), Line()
    moving = _games(game, policy, seed, screen, line)
    next(moving)  # the picture before the first action
    live = Live(moving, rate=game.pictures_per_second, name="watch", failed=line.fail)
    beside = ipywidgets.VBox([switch(live), line.widget], layout={"padding": "0 16px"})
    present(ipywidgets.HBox([screen.widget, beside]), instead=of_picture(game.pictures[0], alt, width=width))


def _games(game, policy, seed, screen, line):
    """Plays for ever; stops after each picture it has shown."""
    for episode in itertools.count():
        state, score, ended = game.start(episode_seed(seed, 0, episode)), 0.0, False
        screen.show(game.pictures[0])
        line.say(f"game {episode + 1}, score 0")
        yield
        while not ended:
            game.send(policy(state))
            state, reward, _, ended, _ = game.receive()
            for picture in game.pictures:
                screen.show(picture)
                yield
            if reward:
                score += reward
                line.say(f"game {episode + 1}, score {score:g}")
