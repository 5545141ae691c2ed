#!/usr/bin/env python3
"""summa: TextRank with BM25, for English."""
from summa.summarizer import summarize as rank

from contract import serve


def summarize(text, task, limit):
    if task == "ratio":
        return rank(text, ratio=limit).replace("\n", " ")
    return " ".join(rank(text, ratio=1.0, scores=False).split("\n")[: 1 if task == "headline" else limit])


serve(summarize=summarize)
