#!/usr/bin/env python3
"""Makes newspaper pages of articles: wraps them in columns, and spoils them as scans are spoiled. The truth goes beside them.

  pages.py --articles FILE.jsonl --output DIR [--pages N] [--seed N] [--widths 8-30] [--plain]

FILE has objects with "title" and "text", a paragraph a line. DIR gets seeds/NNN.txt and gold/NNN.gold.json, as `score.py pages`
takes them. A page has columns of one random width; paragraphs lack two characters at their start; a blank line stands at the
end of a column, before a quote that hangs, and on some pages between paragraphs; headlines stand above or, on some pages,
below their articles. Without --plain, on some pages marks are half width, wraps have become spaces, or the blocks of an article
stand in another order, or their lines in turn.
"""
import argparse, json, os, random

OPENING = "“‘（《〈【"
CLOSING = "，。、；：！？”’）》〉】…"
NAMES = "王李张刘陈杨赵黄周吴"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英"
HALF = {"，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")", "“": '"', "”": '"'}


def wrap(text, width, indent):
    """The lines of a paragraph: closing marks hang over the edge, opening ones go to the next line, digits are half as wide."""
    lines, line, filled = [], "", indent
    for character in text:
        size = 0.5 if character.isascii() and (character.isalnum() or character in "%.-/") else 1
        if filled + size > width and character not in CLOSING:
            carried = ""
            while line and line[-1] in OPENING:
                carried, line = line[-1] + carried, line[:-1]
            lines.append(line)
            line, filled = carried, float(len(carried))
        line += character
        filled += size
    if line:
        lines.append(line)
    return lines


class PageWriter:
    def __init__(self):
        self.lines = []

    def blank(self):
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def add(self, line):
        self.lines.append(line)
        return len(self.lines)


def make_page(number, articles, rng, widths, plain):
    page, gold = PageWriter(), []
    width = rng.randint(*widths)
    is_after = rng.random() < 0.4
    has_blanks = rng.random() < 0.5
    is_half = not plain and rng.random() < 0.4
    has_spaces = not plain and is_half and rng.random() < 0.5
    is_scrambled = not plain and rng.random() < 0.25
    column_height = rng.randint(20, 60)
    height = 0
    for index, (title, paragraphs) in enumerate(articles):
        names = rng.choice(NAMES) + "".join(rng.sample(GIVEN, 2))
        paragraphs = [f"本报讯（记者 {names}）" + paragraphs[0]] + paragraphs[1:]
        headline_lines = []

        def headline():
            page.blank()
            headline_lines.append(page.add(title))
            page.blank()

        if not is_after:
            headline()
        blocks, truth = [[]], [[] for _ in paragraphs]
        for which, paragraph in enumerate(paragraphs):
            if has_blanks and blocks[-1]:
                blocks.append([])
            for line in wrap(paragraph, width, 2):
                hangs = line[0] == "“" and blocks[-1] and blocks[-1][-1][1][-1] not in "。！？”"
                if (height and height % column_height == 0 or hangs) and blocks[-1]:
                    blocks.append([])
                blocks[-1].append((which, line))
                height += 1
        if is_scrambled and len(blocks) > 3:
            first = rng.randrange(1, len(blocks) - 1)
            if rng.random() < 0.5:
                blocks[first], blocks[first + 1] = blocks[first + 1], blocks[first]
            else:
                blocks[first : first + 2] = interleaved(blocks[first][-6:], blocks[first + 1][:6], blocks[first][:-6], blocks[first + 1][6:])
        order = []
        for block_number, block in enumerate(blocks):
            page.blank()
            for which, line in block:
                if is_half:
                    line = "".join(HALF.get(c, c) for c in line)
                order.append((which, page.add(line)))
        for which in range(len(paragraphs)):
            truth[which] = [line for w, line in order if w == which]
        if is_after:
            headline()
        page.blank()
        gold.append(dict(id=f"{number}-{index}", kind="news", headline=headline_lines, headline_text=title, kicker=[], kicker_text="", truth=truth))
    if is_scrambled:
        restore(gold, page, articles, width)
    text_lines = page.lines
    if has_spaces:
        text_lines, gold = joined(page.lines, gold)
    else:
        for article in gold:
            article["paragraphs"] = [dict(spans=[[n, n] for n in lines]) for lines in article["truth"]]
    for article in gold:
        del article["truth"]
    record = dict(source=f"{number:03}.txt", articles=gold, furniture=[], furniture_kinds=[], captions=[], duplicates=[], not_duplicates=[])
    return "\n".join(text_lines) + "\n", record


def interleaved(left, right, before, behind):
    """Two columns that were read across: their lines in turn, each a block of its own."""
    lines = []
    for index in range(max(len(left), len(right))):
        lines += [[line] for line in left[index : index + 1] + right[index : index + 1]]
    return [block for block in [before, *lines, behind] if block]


def restore(gold, page, articles, width):
    """Puts the lines of paragraphs whose blocks were swapped back in the order of their words."""
    for article, (_, paragraphs) in zip(gold, articles):
        for lines, paragraph in zip(article["truth"], paragraphs):
            plain = "".join(HALF.get(c, c) for c in paragraph)
            lines.sort(key=lambda n: place(plain, page.lines[n - 1]))


def place(paragraph, line):
    line = "".join(HALF.get(c, c) for c in line)
    found = paragraph.find(line)
    return found if found >= 0 else -1


def joined(lines, gold):
    """The lines of each block on one line, with a space where they were wrapped."""
    result, places = [], {}
    for number, line in enumerate(lines, 1):
        if not line:
            result.append("")
            continue
        if result and result[-1]:
            start = len(result[-1]) + 1
            result[-1] += " " + line
        else:
            start = 0
            if number == 1 or not result or result[-1] == "":
                result.append(line)
        places[number] = (len(result), start, start + len(line))
    for article in gold:
        article["headline"] = [places[n][0] for n in article["headline"]]
        article["paragraphs"] = [
            dict(spans=[[places[n][0], places[n][0], places[n][1], places[n][2]] for n in lines]) for lines in article["truth"]
        ]
    return result, gold


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--widths", default="8-30")
    parser.add_argument("--second-half", action="store_true")
    parser.add_argument("--plain", action="store_true")
    a = parser.parse_args()
    with open(a.articles, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    if a.second_half:
        records = records[len(records) // 2 :]
    items = []
    for record in records:
        paragraphs = ["".join(p.split()) for p in record["text"].split("\n") if p.strip()]
        # What has no sentence end is a heading inside, or no news.
        if record.get("title") and 2 <= len(paragraphs) <= 12 and all(p[-1] in "。！？”" and len(p) > 12 for p in paragraphs):
            items.append((record["title"].strip(), paragraphs))
    rng = random.Random(a.seed)
    rng.shuffle(items)
    widths = tuple(int(n) for n in a.widths.split("-"))
    os.makedirs(os.path.join(a.output, "seeds"), exist_ok=True)
    os.makedirs(os.path.join(a.output, "gold"), exist_ok=True)
    start = 0
    for number in range(a.pages):
        count = rng.randint(4, 8)
        articles = [items[(start + i) % len(items)] for i in range(count)]
        start += count
        text, gold = make_page(number, articles, rng, widths, a.plain)
        with open(os.path.join(a.output, "seeds", gold["source"]), "w", encoding="utf-8") as f:
            f.write(text)
        with open(os.path.join(a.output, "gold", f"{number:03}.gold.json"), "w", encoding="utf-8") as f:
            json.dump(gold, f, ensure_ascii=False)
    print(f"{a.pages} pages")


if __name__ == "__main__":
    main()
