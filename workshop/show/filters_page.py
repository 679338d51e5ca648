"""Guided backpropagation as one page of HTML: everything inside, nothing fetched, layer by layer; a click enlarges."""

import base64
import html

import numpy as np

from workshop.show import guided
from workshop.show.screen import png

STYLE = """
body {font: 16px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 1200px; padding: 0 1em; color: #222}
main button {border: 1px solid #ccc; border-radius: 6px; background: none; padding: 6px; margin: 4px; font-size: 13px;
  cursor: zoom-in} main button:focus, main button:hover {border-color: #e8710a}
img {image-rendering: pixelated; display: block} main img[hidden] {display: none}
main img {width: var(--size); margin-bottom: 4px}
dialog {max-width: 96vw; border: 0; border-radius: 8px; box-shadow: 0 4px 40px #0006} dialog img {width: 100%}
dialog div {display: grid; grid-template-columns: 1fr 2fr; gap: 16px; width: min(90vw, 1100px); align-items: start}
nav {position: sticky; top: 0; background: #fffe; padding: .4em 0; z-index: 1} nav a {margin-right: 1em}
"""
SCRIPT = """
const box = document.querySelector('dialog');
document.querySelectorAll('main button').forEach(unit => unit.onclick = () => {
  const large = unit.cloneNode(true);
  box.innerHTML = '<h3>' + unit.title + '</h3><div>' + large.innerHTML + '</div><p>Left: the newest frame and what '
    + 'mattered in any of the four. Right: where it mattered, the four frames, oldest first, bare and with what '
    + 'mattered in each. A click or Esc closes.</p>';
  box.querySelectorAll('[hidden]').forEach(each => each.hidden = false);
  box.querySelectorAll('span').forEach(each => each.remove());
  box.showModal();
});
box.onclick = () => box.close();
"""


def page(layers, title):
    """The page, str. layers: what guided.excitements gives.  title: whose filters they are."""
    links = "".join(f'<a href="#layer{n}">{n}. {html.escape(units[0].layer)}</a>' for n, units in enumerate(layers, 1))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title><style>{STYLE}</style></head>
<body style="--size: 126px"><h1>{html.escape(title)}</h1>
<p>Each filter over the moment of a played game that excited it most, by guided backpropagation (Springenberg et al.
2015): <b style="color: #c60">orange</b> pixels excited it by being bright, <b style="color: #26c">blue</b> ones by
being dark. The number is how much. Click one to enlarge it.</p>
<nav>{links} size <input type="range" min="84" max="336" value="126" aria-label="size of the pictures"
oninput="document.body.style.setProperty('--size', this.value + 'px')"></nav>
<main>{"".join(_section(number, units) for number, units in enumerate(layers, 1))}</main>
<dialog></dialog><script>{SCRIPT}</script></body></html>
"""


def _section(number, units):
    name, silent = units[0].layer, [unit.name for unit in units if unit.silent]
    output = "The actions: what lifted the value of one furthest above the mean of all."
    what = output if name == guided.OUTPUT else f"{len(units)} filters."
    note = f"<p>Silent all game long: {', '.join(silent)}.</p>" if silent else ""
    buttons = "".join(_unit(unit) for unit in units if not unit.silent)
    return f'<h2 id="layer{number}">Layer {number}: {html.escape(name)}</h2><p>{what}</p>{buttons}{note}'


def _unit(unit):
    label = html.escape(f"{unit.layer}, {unit.name}: {unit.value:.3g}")
    whole = f'<img src="{_source(guided.picture(unit))}" alt="{label}, newest frame">'
    strip = f'<img hidden src="{_source(strip_of(unit))}" alt="{label}, four frames where it mattered">'
    return f'<button title="{label}">{whole}{strip}<span>{html.escape(unit.name)}: {unit.value:.2g}</span></button>'


def strip_of(unit):
    """Where it mattered, in four frames, oldest first: bare above, with what mattered below; uint8 (2 S, 4 S, 3)."""
    rows, columns = _window(unit.mattered)
    frames = [guided.overlay(frame, 0 * mattered) for frame, mattered in zip(unit.state, unit.mattered)]
    coloured = [guided.overlay(frame, mattered) for frame, mattered in zip(unit.state, unit.mattered)]
    lines = [[picture[rows, columns] for picture in pictures] for pictures in (frames, coloured)]
    return np.concatenate(
        [np.concatenate([np.pad(p, ((1, 1), (1, 1), (0, 0))) for p in line], axis=1) for line in lines]
    )


def _window(mattered):
    """The smallest square, as two slices, in which a unit's pixels lie, with a little around it."""
    places = np.argwhere((np.abs(mattered) > 0.02).any(axis=0))
    low, high = places.min(axis=0), places.max(axis=0) + 1
    side = min(max(*(high - low)) + 6, *mattered.shape[1:])
    begin = np.clip((low + high - side) // 2, 0, np.array(mattered.shape[1:]) - side)
    return slice(begin[0], begin[0] + side), slice(begin[1], begin[1] + side)


def _source(picture):
    return f"data:image/png;base64,{base64.b64encode(png(picture)).decode()}"
