#!/usr/bin/env python3
"""textrank4zh, with its phrases before its words."""
import networkx, numpy
from contract import serve

# Names that newer releases of its dependencies no longer have.
networkx.from_numpy_matrix = getattr(networkx, "from_numpy_matrix", None) or networkx.from_numpy_array
from textrank4zh import TextRank4Keyword


def keywords(text, top, preset):
    ranker = TextRank4Keyword()
    ranker.analyze(text=text, lower=True, window=2)
    words = [item.word for item in ranker.get_keywords(top, word_min_len=2)]
    phrases = ranker.get_keyphrases(keywords_num=top, min_occur_num=1)
    return (phrases + words)[:top] if preset == "topic" else words


serve(keywords=keywords)
