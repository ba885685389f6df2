"""The analyst's way: the same model in numpy, all trials of a batch at once. Prints seconds of processor time and mean loss, with times and without.
   usage: vectors.py NETWORK.json TRIALS"""
import json
import sys
import time

import numpy as np

network = json.load(open(sys.argv[1]))
trials = int(sys.argv[2])
p, impact = np.array(network["p"]), np.array(network["impact"])
sources, targets, q = np.array(network["from"]), np.array(network["to"]), np.array(network["q"])
low, high, lasts = np.array(network["low"]), np.array(network["high"]), np.array(network["lasts"])
n, m = len(p), len(q)
rates = -np.log1p(-p)
random = np.random.default_rng(1)


def timed(size):
    """First times by relaxing all edges until nothing gets earlier; the peak by sorting beginnings and ends."""
    when = random.exponential(1, (size, n)) / np.maximum(rates, 1e-300)
    when[when >= 1] = np.inf
    live = random.random((size, m)) < q
    delay = np.where(live, low + random.random((size, m)) * (high - low), np.inf)
    while True:
        before = when.copy()
        reached = when[:, sources] + delay
        for e in range(m):
            np.minimum(when[:, targets[e]], reached[:, e], out=when[:, targets[e]])
        when[when >= 1] = np.inf
        if np.array_equal(when, before):
            break
    occurs = np.isfinite(when)
    marks = np.concatenate([when, when + lasts], axis=1)
    steps = np.concatenate([np.ones((size, n)), -np.ones((size, n))], axis=1)
    order = np.argsort(marks, axis=1, kind="stable")
    going = np.cumsum(np.where(np.isfinite(np.take_along_axis(marks, order, 1)), np.take_along_axis(steps, order, 1), 0), axis=1)
    return occurs @ impact, going.max(axis=1)


def untimed(size):
    """Only what occurs in the end."""
    occurs = random.random((size, n)) < p
    live = random.random((size, m)) < q
    while True:
        before = occurs.sum()
        for e in range(m):
            occurs[:, targets[e]] |= occurs[:, sources[e]] & live[:, e]
        if occurs.sum() == before:
            return occurs @ impact, None


for model in (timed, untimed):
    began, losses, done = time.process_time(), 0.0, 0
    while done < trials:
        size = min(4096, trials - done)
        losses += model(size)[0].sum()
        done += size
    print(time.process_time() - began, losses / trials)
