#!/usr/bin/env python3
"""jieba's TextRank."""
import jieba, jieba.analyse, logging
from contract import serve

jieba.setLogLevel(logging.ERROR)
jieba.initialize()
serve(keywords=lambda text, top, preset: jieba.analyse.textrank(text, topK=top))
