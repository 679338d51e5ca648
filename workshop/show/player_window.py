"""The player's face in a window of its own: the same keys, pictures, scores and action values as in the notebook."""

import os

import numpy as np

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
import pygame  # noqa: E402  (it greets when it is imported)

from workshop.errors import BadInput  # noqa: E402

HELP = (
    "m takes over and gives back,  arrows steer,  f fires,  a slower,  s quicker,  space pauses,  r restarts,  q quits"
)
UNSEEN = ("offscreen", "dummy", "evdev")
BACKGROUND, INK, FAINT, BAR, BEST = (250, 250, 250), (30, 30, 30), (225, 225, 225), (107, 143, 184), (232, 113, 10)
MARGIN, LINE = 12, 22
PANEL = 250  # width of the action values
HEIGHT = 630  # of a picture alone in the window; two beside each other are smaller


def show(player):
    """Open a window and play until it is closed or the player quits. Raises BadInput where there is no display."""
    _open_display()
    try:
        window = Window(player)
        clock = pygame.time.Clock()
        while not player.quit:
            for event in pygame.event.get():
                window.handle(event)
            player.tick()
            window.draw()
            clock.tick(player.rate)
    finally:
        player.stop()
        pygame.quit()


def _open_display():
    """Sound and joysticks are left alone."""
    try:
        pygame.display.init()
        reason = ""
    except pygame.error as error:
        reason = str(error)
    # Without a display SDL may draw into memory, for nobody to see; tests ask for just that.
    if not reason and pygame.display.get_driver() in UNSEEN and "SDL_VIDEODRIVER" not in os.environ:
        reason = "there is no display"
    if reason:
        raise BadInput(
            f"no window can be opened here: {reason}. `record` makes a moving picture instead, and notebooks play too."
        )
    pygame.font.init()


class Window:
    """What is drawn, and which keys mean what. The display has to be initialised."""

    def __init__(self, player):
        self._player = player
        self._views = [SeatView(seat, HEIGHT if len(player.seats) == 1 else HEIGHT * 2 // 3) for seat in player.seats]
        width = sum(view.width for view in self._views) + MARGIN * (len(self._views) + 1)
        size = (max(width, 830), self._views[0].height + 2 * LINE + 3 * MARGIN)
        self._screen = pygame.display.set_mode(size)
        self._font = pygame.font.Font(None, 22)
        pygame.display.set_caption(f"{player.seats[0].game_name} - the Atari DQN workshop")

    def handle(self, event):
        """Pass what happened on to the player."""
        if event.type == pygame.QUIT:
            self._player.stop()
        elif event.type == pygame.KEYDOWN:
            self._player.press(_name(event.key))
        elif event.type == pygame.KEYUP:
            self._player.release(_name(event.key))
        elif event.type == pygame.WINDOWFOCUSLOST:  # from here on no key that goes up is heard of
            self._player.release_all()

    def draw(self):
        """Show the seats as they are now."""
        if self._player.quit:
            return
        self._screen.fill(BACKGROUND)
        x = MARGIN
        for view in self._views:
            view.draw(self._screen, self._font, x)
            x += view.width + MARGIN
        bottom = self._views[0].height + 2 * MARGIN
        write(self._screen, self._font, self._player.status(), (MARGIN, bottom))
        write(self._screen, self._font, HELP, (MARGIN, bottom + LINE))
        pygame.display.flip()


class SeatView:
    """A seat: who plays and the score above, the picture, the action values on its right. width, height: in pixels."""

    def __init__(self, seat, picture_height):
        self._seat = seat
        height, width = seat.picture.shape[:2]
        scale = picture_height / height
        if scale > 1:
            scale = int(scale)  # pixels stay square and sharp
        self._size = (round(width * scale), round(height * scale))
        self.width = self._size[0] + (PANEL if seat.q_values is not None else 0)
        self.height = self._size[1] + LINE + MARGIN

    def draw(self, screen, font, x):
        """Draw the seat with its left edge at x."""
        seat = self._seat
        write(screen, font, f"{seat.who}: {seat.score:g}", (x, MARGIN))
        surface = pygame.surfarray.make_surface(np.swapaxes(seat.picture, 0, 1))
        screen.blit(pygame.transform.scale(surface, self._size), (x, MARGIN + LINE))
        if seat.q_values is not None:
            self._draw_values(screen, font, x + self._size[0] + MARGIN)

    def _draw_values(self, screen, font, x):
        seat, y = self._seat, MARGIN + LINE
        greedy = int(seat.q_values.argmax())
        write(screen, font, "action values Q(s, a)", (x, y))
        for number, (name, value, share) in enumerate(zip(seat.action_names, seat.q_values, seat.bars)):
            y += LINE
            if number == seat.action:
                pygame.draw.polygon(screen, INK, [(x, y + 2), (x, y + 12), (x + 6, y + 7)])
            write(screen, font, name[:14], (x + 10, y))
            pygame.draw.rect(screen, FAINT, (x + 130, y, 60, 14))
            pygame.draw.rect(screen, BEST if number == greedy else BAR, (x + 130, y, round(60 * share), 14))
            write(screen, font, f"{value:.2f}", (x + 195, y))
        write(screen, font, "orange: best now; arrow: the move before", (x, y + LINE))


def write(screen, font, text, place):
    """A line of text with its upper left corner at `place`."""
    screen.blit(font.render(text, True, INK), place)


def _name(key):
    """The player's name for one of pygame's keys."""
    name = pygame.key.name(key).removeprefix("[").removesuffix("]")  # the number pad's come in brackets
    return {"f": "fire", "return": "fire", "enter": "fire"}.get(name, name)
