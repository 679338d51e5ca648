"""How the figures grow: with the batch, with the games side by side, with what is remembered."""

from workshop.bench import machine


def main(device):
    """All figures: a list."""
    return machine.each_shown(
        [
            *(lambda batch=batch: machine.update(device, "2013", batch=batch) for batch in (16, 32, 64, 128, 256)),
            *(lambda batch=batch: machine.update(device, "2015", batch=batch) for batch in (16, 32, 64, 128, 256)),
            *(lambda games=games: machine.act(device, games) for games in (1, 2, 4, 8, 16)),
            *(lambda games=games: machine.emulation(device, games) for games in (1, 2, 4, 8, 16)),
            *(lambda size=size: machine.draw(device, "lz4", size) for size in (10_000, 100_000, 1_000_000)),
        ]
    )
