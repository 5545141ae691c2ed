"""What a peer needs to speak lctext's command line, as far as the scorer uses it.

A peer calls `serve` with the stages it has; each gets plain values and gives plain values back.
"""
import argparse, json, re, sys


def serve(tokenize=None, keywords=None, summarize=None, duplicates=None):
    """Runs the subcommand of the arguments.

    tokenize(line) -> words; keywords(text, top, preset) -> phrases; summarize(text, task, limit) -> text, where task is
    `sentences`, `ratio` or `headline`; duplicates([(id, text)]) -> pairs of ids.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("subcommand")
    parser.add_argument("--input")
    parser.add_argument("--format")
    parser.add_argument("--standard")
    parser.add_argument("--threads")
    parser.add_argument("--top", type=int, default=10)
    parser.add_argument("--preset", default="headline")
    parser.add_argument("--sentences", type=int)
    parser.add_argument("--ratio", type=float)
    parser.add_argument("--headline", action="store_true")
    parser.add_argument("file")
    a = parser.parse_args()
    stage = dict(tokenize=tokenize, keywords=keywords, summarize=summarize, duplicates=duplicates)[a.subcommand]
    if stage is None:
        sys.exit(f"no {a.subcommand} here")
    lines = (line.rstrip("\n") for line in sys.stdin)
    if a.subcommand == "tokenize":
        for line in lines:
            print(" ".join(word for word in stage(line) if not word.isspace()))
    elif a.subcommand == "duplicates":
        rows = [line.split("\t", 1) for line in lines]
        for one, other in stage([(i, t.replace("\\n", "\n")) for i, t in rows]):
            print(json.dumps({"a": one, "b": other, "kind": "near"}))
    else:
        for line in lines:
            record = json.loads(line)
            if a.subcommand == "keywords":
                found = [{"text": text} for text in stage(record["text"], a.top, a.preset)]
                print(json.dumps({"id": record["id"], "keywords": found}, ensure_ascii=False))
            else:
                task = "headline" if a.headline else "ratio" if a.ratio else "sentences"
                text = stage(record["text"], task, a.ratio or a.sentences)
                print(json.dumps({"id": record["id"], "text": text}, ensure_ascii=False))


def sentences(text):
    """The sentences of Chinese or English text; a line's end is none."""
    if not re.search("[\u4e00-\u9fff]", text):
        return [s.strip() for s in re.split(r"(?<=[.!?])[\"'”’)]*\s+(?=[A-Z\"'“‘(0-9])", re.sub(r"\s+", " ", text)) if s.strip()]
    text = re.sub(r"\s*\n\s*", "", text)
    return [s.strip() for s in re.findall(r"[^。！？!?]+(?:[。！？!?]+[”’」』）]*|$)", text) if s.strip()]


def is_default():
    """Whether a library's own advice is asked for and not what is best on the development data; the word is taken away."""
    found = "--default" in sys.argv
    sys.argv[:] = [argument for argument in sys.argv if argument != "--default"]
    return found


def similar_pairs(documents, index, sign, threshold):
    """The pairs an index of signatures proposes, verified by their estimated Jaccard similarity."""
    signatures = []
    for number, (_, text) in enumerate(documents):
        signatures.append(sign("".join(text.split())))
        index.insert(number, signatures[-1])
    for number, signature in enumerate(signatures):
        for other in index.query(signature):
            if other > number and signature.jaccard(signatures[other]) >= threshold:
                yield documents[number][0], documents[other][0]
