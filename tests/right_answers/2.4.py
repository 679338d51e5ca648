"""Right answers to exercise 2.4, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === by function
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)

    def forward(self, x):
        return F.linear(x, self.linear.W, self.linear.b)


# === call method
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)

    def __call__(self, x):
        return self.linear(x)


# === keyword links
class LinearRegression(chainer.Chain):
    def __init__(self):
        super(LinearRegression, self).__init__()
        self.add_link('linear', L.Linear(in_size=1, out_size=1))

    def __call__(self, inputs):
        y = self.linear(inputs)
        return y


# === lazy size
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(None, 1)

    def forward(self, x):
        return self.linear(x)


# === zero start
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, out_size=1, initialW=0)

    def forward(self, x):
        return self.linear(x)


# === ctor
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__(linear=L.Linear(1, 1))

    def forward(self, x):
        return self.linear(x)


# === F.linear
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.linear = L.Linear(1, 1)

    def forward(self, x):
        return F.linear(x, self.linear.W, self.linear.b)


# === add_link
class LinearRegression(chainer.Chain):
    def __init__(self):
        super().__init__()
        self.add_link("linear", L.Linear(1, 1))

    def forward(self, x):
        return self.linear(x)
