#!/usr/bin/env python3
"""sumy: LexRank over jieba's words."""
import logging, math
import jieba
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from contract import sentences, serve

jieba.setLogLevel(logging.ERROR)


class Words:
    def to_words(self, text):
        return [w for w in jieba.lcut(str(text)) if w.isalnum()]


def summarize(text, task, limit):
    found = [Sentence(s, Words()) for s in sentences(text)]
    count = 1 if task == "headline" else math.ceil(len(found) * limit) if task == "ratio" else limit
    if len(found) <= count:
        chosen = found
    else:
        chosen = LexRankSummarizer()(ObjectDocumentModel([Paragraph(found)]), count)
    joint = "" if any("\u4e00" <= c <= "\u9fff" for c in text) else " "
    return joint.join(str(s) for s in chosen)


serve(summarize=summarize)
