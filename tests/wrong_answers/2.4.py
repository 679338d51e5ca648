"""Wrong answers to exercise 2.4: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === breaks graph
# says: gradient
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)

    def forward(self, x):
        return chainer.Variable(self.linear(x).array)


# === double
# says: float32
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)

    def forward(self, x):
        return F.cast(self.linear(x), 'float64')


# === flat
# says: shape
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)

    def forward(self, x):
        return F.flatten(self.linear(x))


# === hidden layer
# says: parameters
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)
            self.second = L.Linear(1, 1)

    def forward(self, x):
        return self.second(self.linear(x))


# === mean of batch
# says: shape
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)

    def forward(self, x):
        return F.mean(self.linear(x), keepdims=True)


# === no return
# says: None
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)

    def forward(self, x):
        self.linear(x)


# === no scope
# says: init_scope
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        self.linear = L.Linear(1, 1)

    def forward(self, x):
        return self.linear(x)


# === nobias
# says: offset|b is missing
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1, nobias=True)

    def forward(self, x):
        return self.linear(x)


# === not a chain
# says: Chain
class LinearRegression:
    def __init__(self):
        super().__init__()
        self.linear = L.Linear(1, 1)

    def __call__(self, x):
        return self.linear(x)


# === other name
# says: linear
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.l1 = L.Linear(1, 1)

    def forward(self, x):
        return self.l1(x)


# === relu
# says: below 0|ReLU
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)

    def forward(self, x):
        return F.relu(self.linear(x))


# === returns array
# says: Variable
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)

    def forward(self, x):
        return self.linear(x).array


# === sigmoid
# says: expected
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)

    def forward(self, x):
        return F.sigmoid(self.linear(x))


# === twice
# says: expected
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)

    def forward(self, x):
        return self.linear(self.linear(x))


# === two outputs
# says: shape
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 2)

    def forward(self, x):
        return self.linear(x)
