"""Passages of 200 characters for measuring time and memory, a tenth of them noisy copies of others.

python3 passages.py COUNT [SEED] writes rows of id and text: words of lexicons/words.tsv, drawn as often as the rank of each says.
"""
import itertools
import pathlib
import random
import sys

count = int(sys.argv[1])
r = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
table = pathlib.Path(__file__).resolve().parents[2] / "lexicons" / "words.tsv"
words = [line.split("\t")[0] for line in table.open(encoding="utf-8") if line[0] != "#"]
words = [word for word in words if all("\u4e00" <= character <= "\u9fff" for character in word)]
r.shuffle(words)
weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(words))))
characters = sorted({character for word in words[:20000] for character in word})
kept = []
for number in range(count):
    if number % 10 == 9:
        text = list(kept[r.randrange(len(kept))])
        for place in range(len(text)):
            if r.random() < 0.05:
                text[place] = r.choice(characters)
        text = "".join(text)
    else:
        text = "".join(r.choices(words, cum_weights=weights, k=110))[:200]
        if number % 10 == 0:
            kept.append(text)
    print(f"p{number}\t{text}")
