#!/usr/bin/env python3
"""datasketch at its defaults."""
import sys

sys.argv.append("--default")
import datasketch_peer
