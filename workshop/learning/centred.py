"""Filters that do not see what is everywhere the same, and see all that differs from it.

Most of an Atari screen is one colour. Divided by 255 it is a large number beside the few points of a ball, and each
weight of a filter gets the same share of the gradient there: each update moves a filter's answer to the background, on
the whole screen at once, far more than the ball ever does. In our first runs on Pong ten of the 16 filters ended below
zero on every screen, where a ReLU lets nothing through, no gradient either: some began there, others were driven there.

So the weights of each filter begin with a sum of zero, no update's gradient pushes on that sum, and the biases of the
first layer are well above zero and stay: over any plain background its ReLUs begin open, and what is a little darker or
lighter comes through. The sums still drift a little, since Adam gives each weight a step of its own size, and some
filters close in time. With sums held at zero exactly none does, but then the first layer is hardly more than a linear
one; of three runs on Pong like that, with longer returns too, two ended lower (assets/agents/pong/tuning).
"""

OPEN = 0.25  # what moves in Pong changes a filter's answer by some hundredths


def centre(network, channels):
    """Take the mean away from the weights of each filter, and open the first layer's, in place.

    network: a Chain on the CPU.  channels: of the states, by which its first layer is known.
    """
    for link in filters(network):
        take_means_away(link.W.array)
    for link in first_filters(network, channels):
        link.b.array[...] = OPEN


def keep_centred(optimizer, channels):
    """Let an optimizer that is set up on a network keep it as `centre` made it."""
    optimizer.add_hook(CentredGradients())
    for link in first_filters(optimizer.target, channels):
        link.b.update_rule.enabled = False


def filters(network):
    """The convolutions of a network, as links."""
    return [link for link in network.links() if is_kernels(getattr(link, "W", None))]


def first_filters(network, channels):
    """Those with biases that look at the states themselves."""
    return [link for link in filters(network) if link.W.shape[1] == channels and link.b is not None]


class CentredGradients:
    """A hook for Chainer's optimizers: takes the mean away from the gradient of each filter.

    Source: Yong et al. 2020, "Gradient Centralization".
    """

    name = "CentredGradients"
    timing = "pre"  # before the update: Adam's averages are to be of what is left
    call_for_each_param = True

    def __call__(self, rule, param):
        if is_kernels(param) and param.grad is not None:
            take_means_away(param.grad)


def is_kernels(param):
    """True for the weights of a convolution, (filters, channels, height, width)."""
    return param is not None and param.ndim == 4


def take_means_away(filters):
    """Subtract from each of the filters (O, ...) its mean, in place."""
    filters -= filters.mean(axis=tuple(range(1, filters.ndim)), keepdims=True)
