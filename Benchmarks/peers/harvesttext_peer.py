#!/usr/bin/env python3
"""harvesttext: keywords by TF-IDF over its entity-aware words."""
import jieba, logging
from contract import serve
from harvesttext import HarvestText

jieba.setLogLevel(logging.ERROR)
harvester = HarvestText()
serve(keywords=lambda text, top, preset: harvester.extract_keywords(text, top, method="jieba_tfidf"))
