#!/usr/bin/env python3
"""sumy: TextRank over jieba's words."""
import sys

sys.argv.append("--textrank")
import sumy_peer
