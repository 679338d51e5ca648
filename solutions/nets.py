"""Notebook 2: neural networks in Chainer, from f(1, -1) = 0.2 to a network that finds the ball in Breakout.

Where a docstring says `int` or `float`, a NumPy scalar of that kind will do as well; a Chainer Variable will not.
"""

import chainer
import chainer.functions as F
import numpy as np

from workshop.exercise import exercise
from workshop.links import quick as L  # chainer.links, the large ones quicker on a CPU


@exercise("2.1", "A network with three parameters", minutes=2, difficulty=1, core=True)
def quadratic(theta, x, y):
    """f_theta(x, y) = a x^2 + b x y + c y^2 with theta = (a, b, c).

    theta: list, tuple or array of three numbers.  x, y: numbers.
    Returns a float.

    >>> quadratic([1.0, 10.0, 100.0], 2.0, 3.0)  # 1 * 4 + 10 * 6 + 100 * 9
    964.0
    """
    a, b, c = theta
    return float(a * x**2 + b * x * y + c * y**2)


@exercise("2.2", "Its gradient, by hand", minutes=2, difficulty=1, core=True)
def quadratic_gradient(theta, x, y):
    """(df/da, df/db, df/dc) of f_theta(x, y) = a x^2 + b x y + c y^2: how f moves when a parameter does.

    theta: list, tuple or array of three numbers, (a, b, c).  x, y: numbers, held fixed.
    Returns a float NumPy array (3,). By the parameters, not by x and y.

    >>> quadratic_gradient([1.0, 10.0, 100.0], 2.0, 3.0)
    array([4., 6., 9.])
    """
    return np.array([x**2, x * y, y**2], dtype=float)


@exercise("2.3", "Gradient descent", minutes=5, difficulty=3, core=True)
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    """theta <- theta - learning_rate * dE/dtheta, `steps` times, with the error E = (f_theta(x, y) - target)^2.

    theta: list, tuple or array of three floats, (a, b, c), where to start; stays as it is.
    x, y, target: floats.  learning_rate: float > 0.  steps: int >= 0; 0 leaves the start.
    f_theta(x, y) = a x^2 + b x y + c y^2, from theta[0], theta[1], theta[2]. Chainer finds the gradient:
        theta = chainer.Variable(np.array(theta, dtype=float))   once: a Variable with numbers of its own
        theta.cleargrad()                                        a second backward() would add to what is there
        E.backward()                                             puts dE/dtheta into theta.grad
        theta.array -= learning_rate * theta.grad                the numbers inside theta move, theta stays
    (theta = theta - ... would make another Variable, a node of the graph, whose grad is None.)
    Returns a float NumPy array (3,), not a Variable.

    >>> fit_quadratic([0.1, 0.2, 0.3], 1.0, -1.0, 0.5, learning_rate=0.1, steps=1)  # f = 0.2, dE/df = 2 (0.2 - 0.5)
    array([0.16, 0.14, 0.36])
    """
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


@exercise("2.4", "Linear regression", minutes=4, difficulty=1, core=False)
class LinearRegression(chainer.Chain):
    """y = w x + b: a chain with one link, `linear`, from one number to one number.

    LinearRegression() takes no arguments. `linear` is an L.Linear (a dense layer, here of 1 input and 1 output), made
    inside `with self.init_scope():` so that the chain knows its parameters (linear.W (1, 1) and linear.b (1,)).
    model(x), x float32 (B, 1), a batch of B inputs -> Variable float32 (B, 1), what `forward` returns.

    >>> model = LinearRegression()
    >>> sorted(name for name, parameter in model.namedparams())
    ['/linear/W', '/linear/b']
    >>> model(np.float32([[1], [2], [3]])).shape
    (3, 1)
    """

    def __init__(self):
        super().__init__()
        with self.init_scope():
            # <your code>
            self.linear = L.Linear(1, 1)
            # </your code>

    def forward(self, x):
        # <your code>
        return self.linear(x)
        # </your code>


@exercise("2.5", "One step of training", minutes=4, difficulty=2, core=True)
def train_step(model, optimizer, x, t):
    """E = mean over all elements of (model(x) - t)^2; its gradients; one update by the optimizer.

    model: a Chainer link or chain.  optimizer: a Chainer optimizer that was set up with this model;
        optimizer.update() changes the parameters once, by the gradients that backward() left.
    x: float32 (B, ...), a batch of B inputs.  t: float32 array of the shape of model(x), what it should have said.
    E is a Variable: F.mean_squared_error gives it. On Variables use Chainer's functions, not NumPy's.
    Gradients left by whatever happened before (NaN in a new model) must play no part: model.cleargrads().
    Returns a float, the error before the update; neither a Variable nor an array.

    >>> model = L.Linear(1, 1, initialW=1)  # says y = x
    >>> optimizer = chainer.optimizers.SGD(lr=0.1).setup(model)
    >>> train_step(model, optimizer, np.float32([[1], [2]]), np.float32([[3], [5]]))  # ((-2)^2 + (-3)^2) / 2
    6.5
    >>> model.W.array  # dE/dw = (2 * (-2) * 1 + 2 * (-3) * 2) / 2 = -8
    array([[1.8]], dtype=float32)
    """
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array)


@exercise("2.6", "Standardise", minutes=4, difficulty=2, core=False)
def standardise(x):
    """z_ij = (x_ij - mean_j) / deviation_j: each column to mean 0 and population standard deviation 1.

    x: float32 or float64 array (N, D), N samples of D quantities, of NumPy or CuPy; stays as it is.
        `xp = chainer.backend.get_array_module(x)` is the right one of numpy and cupy.
    The population's deviation divides by N, not by N - 1. A constant column has deviation 0: it becomes all 0.
    Returns an array (N, D) of the same kind and dtype.

    >>> standardise(np.array([[1.0, 10.0, 7.0], [3.0, 30.0, 7.0]]))
    array([[-1., -1.,  0.],
           [ 1.,  1.,  0.]])
    """
    xp = chainer.backend.get_array_module(x)
    constant = x.max(axis=0) == x.min(axis=0)  # not by the deviation: rounding leaves it a little above 0
    deviation = xp.where(constant, xp.ones_like(x[0]), x.std(axis=0))
    return xp.where(constant, xp.zeros_like(x), (x - x.mean(axis=0)) / deviation)


@exercise("2.7", "Convolution", minutes=6, difficulty=2, core=False)
def convolve(image, kernel, stride=1):
    """out[i, j] = sum over u, v of image[i * stride + u, j * stride + v] * kernel[u, v].

    What deep learning calls convolution: the kernel is laid on as it is (not turned round), only where it fits
    whole ("valid", no padding), and moved on by `stride` pixels, downwards and to the right alike.
    image: uint8 or float array (H, W).  kernel: float array (h, w), h <= H and w <= W.  Both stay as they are.
    Returns a float array ((H - h) // stride + 1, (W - w) // stride + 1).

    >>> image = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    >>> convolve(image, np.array([[1.0, 10.0]]))
    array([[21., 32.],
           [54., 65.]])
    """
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)[::stride, ::stride]
    return np.einsum("ijuv,uv->ij", windows, kernel, dtype=float)


@exercise("2.8", "Six activations", minutes=10, difficulty=2, core=False)
def sigmoid(x):
    """sigmoid(x) = 1 / (1 + e^(-x)), between 0 and 1.

    x: float array of any shape; stays as it is. Returns a float array of that shape.
    Safe at +-1000: right, and without a warning (e^1000 is beyond a float).

    >>> sigmoid(np.array([-1000.0, 0.0, 1000.0]))
    array([0. , 0.5, 1. ])
    """
    return 0.5 * (1 + np.tanh(0.5 * x))


@exercise("2.8", "Six activations", minutes=10, difficulty=2, core=False)
def tanh(x):
    """tanh(x) = (e^x - e^(-x)) / (e^x + e^(-x)), between -1 and 1. NumPy knows it.

    x: float array of any shape; stays as it is. Returns a float array of that shape. Safe at +-1000, no warning.

    >>> tanh(np.array([-1000.0, 0.0, 1000.0]))
    array([-1.,  0.,  1.])
    """
    return np.tanh(x)


@exercise("2.8", "Six activations", minutes=10, difficulty=2, core=False)
def relu(x):
    """relu(x) = max(0, x), element by element.

    x: float array of any shape; stays as it is. Returns a float array of that shape.

    >>> relu(np.array([-2.0, 0.0, 3.0]))
    array([0., 0., 3.])
    """
    return np.maximum(x, 0)


@exercise("2.8", "Six activations", minutes=10, difficulty=2, core=False)
def leaky_relu(x, slope=0.1):
    """leaky_relu(x) = x where x >= 0, slope * x below: a ReLU through which a little always gets.

    x: float array of any shape; stays as it is.  slope: float in [0, 1]. Returns a float array of that shape.

    >>> leaky_relu(np.array([-2.0, 0.0, 3.0]))
    array([-0.2,  0. ,  3. ])
    """
    return np.where(x >= 0, x, slope * x)


@exercise("2.8", "Six activations", minutes=10, difficulty=2, core=False)
def maxout(x, w1, b1, w2, b2):
    """maxout(x) = max(w1 * x + b1, w2 * x + b2), element by element: the upper one of two lines.

    x: float array of any shape; stays as it is.  w1, b1, w2, b2: numbers. Returns a float array of that shape.
    Source: Goodfellow et al., Maxout networks, 2013, with two pieces and one input.

    >>> maxout(np.array([-2.0, 0.0, 3.0]), 1.0, 0.0, -1.0, 0.0)  # max(x, -x)
    array([2., 0., 3.])
    """
    return np.maximum(w1 * x + b1, w2 * x + b2)


@exercise("2.8", "Six activations", minutes=10, difficulty=2, core=False)
def elu(x, alpha=1.0):
    """elu(x) = x where x >= 0, alpha * (e^x - 1) below: a ReLU that bends smoothly down to -alpha.

    x: float array of any shape; stays as it is.  alpha: float > 0. Returns a float array of that shape.
    Safe at +-1000: right, and without a warning (e^1000 is beyond a float, also where it is not wanted).

    >>> elu(np.array([-1000.0, 0.0, 1000.0]), alpha=2.0)
    array([  -2.,    0., 1000.])
    """
    return np.where(x >= 0, x, alpha * np.expm1(np.minimum(x, 0)))


@exercise("2.9", "The size that comes out", minutes=3, difficulty=1, core=False)
def conv_output_size(size, kernel, stride=1, pad=0):
    """floor((size + 2 * pad - kernel) / stride) + 1: how many places a kernel finds along one side.

    size, kernel, stride, pad: ints, in pixels; `pad` is added on both ends; kernel <= size + 2 * pad.
    Returns an int.

    >>> conv_output_size(84, 8, stride=4)  # the first layer of DQN
    20
    """
    return (size + 2 * pad - kernel) // stride + 1


@exercise("2.10", "The ball finder", minutes=5, difficulty=3, core=True)
class BallFinder(chainer.Chain):
    """Where are ball and paddle? Two convolutions and two dense layers, from a frame of Breakout to three numbers.

    conv1   16 kernels of 8x8, stride 4   (B, 1, 84, 84) -> (B, 16, 20, 20), then ReLU (F.relu)
    conv2   32 kernels of 4x4, stride 2   -> (B, 32, 9, 9), then ReLU
    hidden  L.Linear(None, 256), dense    -> (B, 256), then ReLU.  It flattens (B, 32, 9, 9) to (B, 2592) by itself;
            None stands for 2592: as many inputs as come, found out at the first call
    out     L.Linear(256, 3)              -> (B, 3), as it is; a sigmoid may follow, but no ReLU, no softmax (which
            makes numbers positive and their sum 1: right for probabilities, wrong for places)

    BallFinder() takes no arguments. model(frames), uint8 array (B, 1, 84, 84), grey 0 ... 255, stays as it is
    -> Variable float32 (B, 3): ball x, ball y, paddle x (that order is the labels' doing), 0 left or top, 1 right
    or bottom. Divides the frames by 255 itself, in float32 (`frames.astype(np.float32) / 255`). No pooling (keeping
    one of several neighbouring values). Other sizes or further layers are fine; each frame is judged by itself.

    >>> model = BallFinder()
    >>> positions = model(np.zeros((5, 1, 84, 84), np.uint8))
    >>> positions.shape, positions.dtype
    ((5, 3), dtype('float32'))
    """

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            # <your code>
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)
            # </your code>

    def forward(self, frames):
        # <your code>
        h = frames.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)
        # </your code>
