#!/usr/bin/env python3
"""Prints lctext beside its peers: each row scores one command on one set of labelled data, all in one run.

  scoreboard.py --lctext BIN --data DIR [--only TEXT] [--limit N]

The data's folder is laid out as CONTRIBUTING.md says; a set that is not there is left out with a word. Speeds are
megabytes of UTF-8 a second of processor time, loading included, and compare within one run only.
"""
import argparse, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.path.join(HERE, "..", "peers")
SEEDS = os.path.join(HERE, "..", "..", "seeds")

# A measure's name, the scorer's arguments ({d} is the data's folder, {s} the seeds', {p} and {q} those
# of made pages), the figures to show, and the peers beside lctext.
MEASURES = [
    ("words, GSD dev", "words --gold {d}/words/gsd-dev.txt --standard gsd", "F1 mb_s peak_mb", "jieba rjieba thulac"),
    ("words, annotated pages", "words --gold {d}/../gold/words.tsv --standard news", "F1", "jieba rjieba thulac"),
    ("headline keywords, broadcast", "keywords --preset headline --second-half --data {d}/keywords/headline-xwlb-dev.jsonl", "HF@5 HF@10 mb_s peak_mb", "jieba jieba_textrank textrank4zh harvesttext"),
    ("headline keywords, short news", "keywords --preset headline --second-half --data {d}/keywords/headline-lcsts-dev.jsonl", "HF@5 HF@10 mb_s", "jieba jieba_textrank textrank4zh harvesttext"),
    ("topic keywords, abstracts", "keywords --preset topic --second-half --data {d}/keywords/topic-csl-dev.jsonl", "F@5 F@10 mb_s", "jieba jieba_textrank textrank4zh"),
    ("topic keywords, English abstracts", "keywords --preset topic --second-half --data {d}/keywords/topic-inspec-dev.jsonl", "F@5 F@10 mb_s", "yake"),
    ("topic keywords, English news", "keywords --preset topic --second-half --data {d}/keywords/topic-kpcrowd-dev.jsonl", "F@5 F@10 mb_s", "yake"),
    ("headline, broadcast", "summaries --task headline --second-half --data {d}/keywords/headline-xwlb-dev.jsonl", "R1 R2 RL mb_s", "lead sumy"),
    ("headline, short news", "summaries --task headline --second-half --data {d}/summaries/title-lcsts-dev.jsonl", "R1 R2 RL mb_s", "lead sumy"),
    ("headline, abstracts", "summaries --task headline --second-half --data {d}/summaries/title-csl-dev.jsonl", "R1 R2 RL mb_s", "lead sumy sumy_textrank snownlp"),
    ("two sentences, lead removed", "summaries --task lead --second-half --data {d}/keywords/headline-xwlb-dev.jsonl", "R1 R2 RL mb_s", "lead sumy sumy_textrank snownlp"),
    ("two fifths of English news", "summaries --task extract --second-half --data {d}/summaries/extract-bbc-dev.jsonl", "R1 R2 mb_s", "lead sumy sumy_textrank summa"),
    ("pages", "pages --seeds {s} --gold {d}/../gold", "article_F1 break_F1 headline_right order body_recall duplicate_P duplicate_R", ""),
    ("pages made of held-out news", "pages --seeds {p}/seeds --gold {p}/gold", "article_F1 break_F1 headline_right order body_recall", ""),
    ("the same, not spoiled", "pages --seeds {q}/seeds --gold {q}/gold", "article_F1 break_F1 headline_right order body_recall", ""),
    ("leads of annotated pages", "leads --seeds {s} --gold {d}/../gold", "n share", ""),
    ("issue", "issues --data {d}/issues/issue-xwlb-dev.jsonl", "R1 R2 mean_chars", ""),
    *[
        (f"duplicates, {noise} % noise{name}", f"duplicates --docs {{d}}/duplicates/{folder}noise-{noise}.docs.tsv --truth {{d}}/duplicates/{folder}noise-{noise}.truth.tsv --hard {{d}}/duplicates/{folder}noise-{noise}.hard.tsv", "F1 P R mb_s peak_mb", "rensa rensa_default gaoya gaoya_default datasketch datasketch_default")
        for folder, name in (("", ""), ("varied/", ", varied"))
        for noise in ("00", "05", "10", "20")
    ],
]


def score(binary, arguments, limit):
    command = [sys.executable, os.path.join(HERE, "score.py"), *arguments.split(), "--lctext", binary]
    if limit and not any(w in arguments for w in ("--docs", "--seeds")):
        command += ["--limit", str(limit)]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        return None, (run.stderr.strip().splitlines() or ["failed"])[-1]
    words = run.stdout.strip().splitlines()[-1].split()
    return dict(zip(words[::2], words[1::2])), None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lctext", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--only", default="", help="measures whose name holds this text")
    parser.add_argument("--limit", type=int, help="the most documents of a set")
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        measure(a, made)


def make_pages(data, folder, options):
    """Pages of news that nothing was learned from."""
    articles = os.path.join(data, "keywords", "headline-xwlb-dev.jsonl")
    if os.path.exists(articles):
        command = [sys.executable, os.path.join(HERE, "pages.py"), "--articles", articles, "--second-half", "--seed", "3", "--output", folder]
        subprocess.run(command + options, check=True, capture_output=True)


def measure(a, made):
    data = a.data.rstrip("/")
    spoiled, plain = os.path.join(made, "spoiled"), os.path.join(made, "plain")
    make_pages(data, spoiled, [])
    make_pages(data, plain, ["--plain"])
    for name, arguments, figures, peers in MEASURES:
        if a.only not in name:
            continue
        arguments = arguments.format(d=data, s=SEEDS, p=spoiled, q=plain)
        missing = [w for w in arguments.split() if w.startswith((data, made)) and not os.path.exists(w)]
        if missing:
            print(f"{name}\n  left out: {missing[0]} is not there")
            continue
        print(name)
        for tool in ["lctext", *peers.split()]:
            binary = a.lctext if tool == "lctext" else os.path.join(PEERS, f"{tool}_peer.py")
            found, problem = score(binary, arguments, a.limit)
            shown = problem or "  ".join(f"{f} {found[f]}" for f in figures.split() if f in found)
            print(f"  {tool:15} {shown}", flush=True)


if __name__ == "__main__":
    main()
