#!/usr/bin/env python3
"""rensa at its defaults."""
import sys

sys.argv.append("--default")
import rensa_peer
