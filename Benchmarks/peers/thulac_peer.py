#!/usr/bin/env python3
"""thulac: words by a perceptron over characters."""
import contextlib, io, time

if not hasattr(time, "clock"):
    time.clock = time.perf_counter
import thulac
from contract import serve

with contextlib.redirect_stdout(io.StringIO()):
    model = thulac.thulac(seg_only=True)
serve(tokenize=lambda line: model.cut(line, text=True).split() if line else [])
