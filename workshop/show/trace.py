"""An episode as a strip s0 a0 r1 s1 ... on which a light moves: over a step, a return, a TD error, an update of Q.

Each of these shows the strip with a slider for t. Only what the words below the strip speak of is lit.
"""

import html
import re

import ipywidgets

from workshop.show.explore import explore, slider
from workshop.show.figures import Image

STEP, HEIGHT, MARGIN = 104, 112, 40  # pixels from state to state, of the strip, at its ends
STATE, ACTION, REWARD, NEXT = "#e8b93c", "#2f6fb0", "#d1495b", "#5ba367"
DIM = 0.28  # how much of what is not lit can be seen


def steps(episode, names):
    """One step after another: what belongs together. episode: an Episode with int states.  names: of the actions."""

    def light(t):
        s, a, r, s1 = _step(episode, t)
        words = f"In s_{t} = {s} it does a_{t} = {names[a]}; r_{t + 1} = {r:g} and s_{t + 1} = {s1} follow."
        return _lit(t), words + (" The episode ends." if t + 1 == len(episode.actions) else "")

    _walk(episode, names, light, first=0)


def returns(episode, names, *, gamma):
    """The return R_t: every reward to come, lit as much as it counts. gamma: the discount the slider starts at."""

    def light(t, gamma):
        weights = {k: gamma ** (k - t - 1) for k in range(t + 1, len(episode.states))}
        lit = {("s", t): STATE} | {("r", k): (REWARD, max(weight, 0.05)) for k, weight in weights.items()}
        terms = " + ".join(f"r_{k}" if weight == 1 else f"{weight:.3g} r_{k}" for k, weight in weights.items())
        numbers = " + ".join(_times(weight, episode.rewards[k - 1]) for k, weight in weights.items())
        total = sum(weight * episode.rewards[k - 1] for k, weight in weights.items())
        return lit, f"R_{t} = {terms} = {numbers} = {total:.3g}"

    _walk(episode, names, light, first=0, gamma=slider(0.0, 1.0, gamma, 0.05, "gamma"))


def td_errors(episode, names, values, *, gamma):
    """The TD error of each step. values: V(s), an array or list with an entry for each state's number."""

    def light(t):
        s, _, r, s1 = _step(episode, t)
        error = f"δ_{t} = r_{t + 1} + {gamma:g} V(s_{t + 1}) − V(s_{t}) = {r:g} + {_times(gamma, values[s1])}"
        total = r + gamma * values[s1] - values[s]
        if _is_terminal(episode, t):
            error, total = f"δ_{t} = r_{t + 1} − V(s_{t}) = {r:g}", r - values[s]
        lit = {("s", t): STATE, ("r", t + 1): REWARD, ("s", t + 1): NEXT}
        return lit, f"{error} − {values[s]:.3g} = {total:.3g}. {_surprise(total)}"

    _walk(episode, names, light, first=max(0, len(episode.actions) - 2))


def q_updates(episode, names, q, *, alpha, gamma):
    """Each step's update of a table. q: float (S, A), as it is before the episode; stays as it is."""
    table, news = q.copy(), []
    for t in range(len(episode.actions)):
        s, a, r, s1 = _step(episode, t)
        best = 0.0 if _is_terminal(episode, t) else table[s1].max()
        was, delta = table[s, a], r + gamma * best - table[s, a]
        table[s, a] += alpha * delta
        words = f"r_{t + 1} + {gamma:g} max Q(s_{t + 1}, ·) = {r:g} + {_times(gamma, best)}"
        news.append(
            f"y_{t} = {f'r_{t + 1}' if _is_terminal(episode, t) else words} = {r + gamma * best:.3g}. "
            f"Q(s_{t}, {names[a]}) was {was:.3g}, off by δ_{t} = {delta:.3g}; "
            f"it becomes {was:.3g} + {_times(alpha, delta)} = {table[s, a]:.3g}."
        )
    _walk(episode, names, lambda t: (_lit(t), news[t]), first=max(0, len(episode.actions) - 2))


def _walk(episode, names, light, *, first, **sliders):
    """The strip with a slider for t. first: the t it starts at.  sliders: more that `light` wants, by name.

    light: t, ... -> ({(kind, number): colour, or (colour, how much)}, words).
    """
    last = len(episode.actions) - 1
    t = ipywidgets.IntSlider(first, min=0, max=last, description="t", layout={"width": "260px"})
    play = ipywidgets.Play(value=first, min=0, max=last, interval=1200, show_repeat=False)
    ipywidgets.jslink((play, "value"), (t, "value"))

    def draw(**values):
        lit, words = light(**values)
        strip = _strip(episode, names, lit)
        below = f'<div style="margin: 4px 0 0 {MARGIN // 2}px; font-size: 15px">{_lowered(words)}</div>'
        said = f"An episode as a strip of states, actions and rewards. {words}"
        return Image(strip.replace("ALT", html.escape(said)) + below, said)

    explore(draw, play, t=t, **sliders)


def _strip(episode, names, lit):
    """The strip as an <svg>, its label still to be put in."""
    width = 2 * MARGIN + STEP * len(episode.actions)
    parts = []
    for t, state in enumerate(episode.states):
        x = MARGIN + STEP * t
        parts.append(_state(x, t, state, *_shade(lit, "s", t)))
        if t < len(episode.actions):
            parts.append(_arrow(x, t, names[episode.actions[t]], *_shade(lit, "a", t)))
            parts.append(_text(x + STEP / 2, 88, f"r_{t + 1} = {episode.rewards[t]:g}", *_shade(lit, "r", t + 1)))
    return (
        f'<svg viewBox="0 0 {width} {HEIGHT}" role="img" aria-label="ALT" font-family="sans-serif" '
        f'style="width: {width}px; max-width: 100%; background: white; border-radius: 6px">{"".join(parts)}</svg>'
    )


def _shade(lit, kind, number):
    """(colour, opacity) of an element."""
    colour = lit.get((kind, number))
    if colour is None:
        return "#8a8378", DIM if lit else 1
    return colour if isinstance(colour, tuple) else (colour, 1)


def _state(x, t, state, colour, opacity):
    circle = f'<circle cx="{x}" cy="52" r="25" fill="{colour}" fill-opacity="{0.55 * opacity}" stroke="{colour}"/>'
    return circle + _text(x, 48, f"s_{t}", "#222", opacity) + _text(x, 65, f"{state}", "#222", opacity, 13)


def _arrow(x, t, name, colour, opacity):
    left, right = x + 30, x + STEP - 30
    line = (
        f'<g opacity="{opacity}"><path d="M{left} 52H{right}" stroke="{colour}" stroke-width="3"/>'
        f'<path d="M{right + 6} 52l-11 -6v12z" fill="{colour}"/></g>'
    )
    return line + _text(x + STEP / 2, 24, f"a_{t} {name}", colour, opacity)


def _text(x, y, text, colour, opacity, size=15):
    """Words in the middle of x; a number after an underscore is lowered."""
    lower = rf'<tspan dy="4" font-size="{0.7 * size:.0f}">\1</tspan><tspan dy="-4">&#8203;</tspan>'
    lowered = re.sub(r"_(\d+)", lower, text)
    weight = "bold" if opacity == 1 and colour != "#222" else "normal"
    look = f'font-size="{size}" font-weight="{weight}" fill="{colour}" opacity="{opacity:.2f}"'
    return f'<text x="{x}" y="{y}" text-anchor="middle" {look}>{lowered}</text>'


def _lowered(words):
    return re.sub(r"_(\d+)", r"<sub>\1</sub>", html.escape(words))


def _lit(t):
    return {("s", t): STATE, ("a", t): ACTION, ("r", t + 1): REWARD, ("s", t + 1): NEXT}


def _step(episode, t):
    return int(episode.states[t]), episode.actions[t], episode.rewards[t], int(episode.states[t + 1])


def _is_terminal(episode, t):
    return episode.terminated and t + 1 == len(episode.actions)


def _times(weight, number):
    return f"{number:.3g}" if weight == 1 else f"{weight:.3g}·{number:.3g}"


def _surprise(error):
    return "As expected." if abs(error) < 1e-9 else "Better than expected." if error > 0 else "Worse than expected."
