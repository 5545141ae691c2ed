#!/usr/bin/env python3
"""jieba: words with its HMM, keywords by TF-IDF."""
import jieba, jieba.analyse, logging
from contract import serve

jieba.setLogLevel(logging.ERROR)
jieba.initialize()
serve(
    tokenize=jieba.lcut,
    keywords=lambda text, top, preset: jieba.analyse.extract_tags(text, topK=top),
)
