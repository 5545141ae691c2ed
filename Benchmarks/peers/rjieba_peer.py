#!/usr/bin/env python3
"""rjieba: the Rust port of jieba, words with its HMM."""
import rjieba
from contract import serve

serve(tokenize=rjieba.cut)
