#!/usr/bin/env python3
"""snownlp: TextRank over its own words, for Chinese."""
from snownlp import SnowNLP

from contract import serve


def summarize(text, task, limit):
    document = SnowNLP(text)
    count = 1 if task == "headline" else limit if task == "sentences" else round(len(document.sentences) * limit)
    return "".join(document.summary(max(1, count)))


serve(summarize=summarize)
