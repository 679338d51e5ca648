"""Filters whose weights add up to nothing, so that they do not see what is everywhere the same.

Most of an Atari screen is one colour, and divided by 255 it is a large number beside the few points of a ball. Each
weight of a filter gets a share of the gradient there, all the same one: each update then moves the filter's answer to
the background, thousands of times on every screen, far more than the ball ever does. In our first runs on Pong ten of
the 16 filters were driven below zero within 10 000 updates, where a ReLU lets nothing through, and stayed there.
"""


def centre_filters(network):
    """Take the mean away from the weights of each filter of a network, in place."""
    for param in network.params():
        if is_kernels(param):
            take_means_away(param.array)


class CentredGradients:
    """A hook for Chainer's optimizers: takes the mean away from the gradient of each filter, so that its sum stays.

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
    return param.ndim == 4


def take_means_away(filters):
    """Subtract from each of the filters (O, ...) its mean, in place."""
    filters -= filters.mean(axis=tuple(range(1, filters.ndim)), keepdims=True)
