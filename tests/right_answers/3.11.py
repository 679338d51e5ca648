"""Right answers to exercise 3.11, written differently: the check accepts each."""

import copy
import io

import chainer
import numpy as np


# === copies
def sync_target(online, target):
    for p, q in zip(online.params(), target.params()):
        q.array = p.array.copy()


# === copydata
def sync_target(online, target):
    mine = dict(online.namedparams())
    for name, p in target.namedparams():
        p.copydata(mine[name])


# === copyto
def sync_target(online, target):
    source = dict(online.namedparams())
    for name, p in target.namedparams():
        np.copyto(p.data, source[name].data)


# === deep copies of the links
def sync_target(online, target):
    for child in online.children():
        with target.init_scope():
            delattr(target, child.name)
            setattr(target, child.name, copy.deepcopy(child))


# === link by link
def sync_target(online, target):
    for child in online.children():
        target[child.name].copyparams(child)


# === loop
def sync_target(online, target):
    for p, q in zip(online.params(), target.params()):
        q.array[...] = p.array


# === through a file
def sync_target(online, target):
    box = io.BytesIO()
    chainer.serializers.save_npz(box, online)
    box.seek(0)
    chainer.serializers.load_npz(box, target)


# === npz
def sync_target(online, target):
    file = io.BytesIO()
    chainer.serializers.save_npz(file, online)
    file.seek(0)
    chainer.serializers.load_npz(file, target)


# === recursive
def sync_target(online, target):
    if isinstance(online, chainer.Chain):
        for a, b in zip(online.children(), target.children()):
            sync_target(a, b)
    for name in online._params:
        getattr(target, name).array = copy.deepcopy(getattr(online, name).array)
