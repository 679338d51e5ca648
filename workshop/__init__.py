"""The Atari DQN workshop's package.

Importing it makes Chainer importable on today's Python and NumPy, so that `import chainer` works in every cell
after it, and has BLAS keep to one thread, since ours share the work out better. It imports nothing else of ours.
"""

from workshop.links import compat, hands

compat.make_chainer_importable()
hands.count()
