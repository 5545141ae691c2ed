#!/usr/bin/env python3
"""sumy: LexRank, or TextRank with --textrank, over jieba's words."""
import logging, sys
import jieba
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from contract import sentences, serve

jieba.setLogLevel(logging.ERROR)
METHOD = TextRankSummarizer if "--textrank" in sys.argv else LexRankSummarizer
sys.argv = [argument for argument in sys.argv if argument != "--textrank"]


class Words:
    def to_words(self, text):
        return [w for w in jieba.lcut(str(text)) if w.isalnum()]


def summarize(text, task, limit):
    found = [Sentence(s, Words()) for s in sentences(text)]
    count = 1 if task == "headline" else round(len(found) * limit) if task == "ratio" else limit
    if len(found) <= count:
        chosen = found
    else:
        chosen = METHOD()(ObjectDocumentModel([Paragraph(found)]), count)
    joint = "" if any("\u4e00" <= c <= "\u9fff" for c in text) else " "
    return joint.join(str(s) for s in chosen)


serve(summarize=summarize)
