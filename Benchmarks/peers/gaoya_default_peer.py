#!/usr/bin/env python3
"""gaoya at its defaults."""
import sys

sys.argv.append("--default")
import gaoya_peer
