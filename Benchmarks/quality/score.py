#!/usr/bin/env python3
"""Scores an `lctext` binary on labelled data, or a peer that speaks its command-line contract. Standard library only,
except that English topic keywords need `nltk` (Porter stems).

  score.py words      --lctext BIN --gold FILE [--standard pku] [--vocabulary FILE]
  score.py tags       --lctext BIN --gold FILE [--standard pku] [--last-tenth]
  score.py keywords   --lctext BIN --preset headline|topic --data FILE [--second-half] [--limit N]
  score.py summaries  --lctext BIN --task headline|lead|extract --data FILE [--second-half] [--limit N]
  score.py issues     --lctext BIN --data FILE [--limit N]
  score.py duplicates --lctext BIN --docs FILE --truth FILE [--hard FILE]
  score.py pages      --lctext BIN --seeds DIR --gold DIR
  score.py leads      --lctext BIN --seeds DIR --gold DIR
  score.py selftest

Every subcommand prints one line `name value name value …`; the command's own time and peak memory come with it.
"""
import argparse, collections, json, os, re, subprocess, sys, tempfile, unicodedata

# ---------------------------------------------------------------- running the command


def launcher(binary):
    """A peer in Python runs under the same interpreter as the scorer."""
    return [sys.executable, binary] if binary.endswith(".py") else [binary]


# A small process of its own starts the command: a child counts the memory of the process it came from, and the scorer's is large.
STARTER = """
import resource, subprocess, sys, time
start = time.time()
status = subprocess.run(sys.argv[2:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as cost:
    cost.write(f"{time.time() - start} {used.ru_utime + used.ru_stime} {used.ru_maxrss}")
sys.exit(status)
"""


class Run:
    """Runs lctext once; keeps its output, CPU and wall seconds, peak memory in MB."""

    def __init__(self, binary, arguments, stdin_text):
        with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as sink, tempfile.NamedTemporaryFile("r") as cost:
            source.write(stdin_text.encode("utf-8"))
            source.seek(0)
            command = [sys.executable, "-S", "-c", STARTER, cost.name, *launcher(binary), *arguments]
            status = subprocess.run(command, stdin=source, stdout=sink).returncode
            sink.seek(0)
            self.output = sink.read().decode("utf-8")
            if status != 0:
                sys.exit(f"{binary} {' '.join(arguments)}: exit status {status}")
            self.wall, self.cpu, kilobytes = map(float, cost.read().split())
        self.peak = kilobytes / 1024
        self.bytes = len(stdin_text.encode("utf-8"))

    def cost(self):
        return dict(mb_s=round(self.bytes / 1e6 / max(self.cpu, 1e-6), 2), wall_s=round(self.wall, 2), peak_mb=round(self.peak, 1))

    def records(self):
        return [json.loads(line) for line in self.output.splitlines() if line.strip()]


def jsonl(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def read_jsonl(path, limit=None):
    rows = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if limit and len(rows) >= limit:
                break
            if line.strip():
                rows.append(json.loads(line))
    return rows


def report(**figures):
    print(" ".join(f"{k} {v:.4f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures.items()))


def nfkc(text):
    return unicodedata.normalize("NFKC", text)


def fold(text):
    return re.sub(r"\s+", " ", nfkc(text)).strip().lower()


def bare(text):
    return re.sub(r"\s+", "", text)


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


# ---------------------------------------------------------------- words


def word_spans(words):
    spans, at = set(), 0
    for word in words:
        spans.add((at, at + len(word)))
        at += len(word)
    return spans, at


def score_words(gold, found, vocabulary=None):
    hit = n_gold = n_found = oov = oov_hit = 0
    for g, f in zip(gold, found, strict=True):
        gs, gl = word_spans(g)
        fs, fl = word_spans(f)
        if gl != fl:
            sys.exit(f"text differs: {''.join(g)[:60]!r} / {''.join(f)[:60]!r}")
        hit += len(gs & fs)
        n_gold += len(gs)
        n_found += len(fs)
        if vocabulary is not None:
            at = 0
            for word in g:
                if word not in vocabulary:
                    oov += 1
                    oov_hit += (at, at + len(word)) in fs
                at += len(word)
    p, r = hit / n_found, hit / n_gold
    result = dict(P=p, R=r, F1=f1(p, r))
    if vocabulary is not None:
        result.update(oov_rate=oov / n_gold, oov_recall=oov_hit / max(1, oov))
    return result


def tagged_or_plain(line):
    """Words of a line; `word/tag` items lose their tag."""
    items = line.split()
    if items and all(re.search(r"./[a-zA-Z]+$", item) for item in items):
        items = [item.rsplit("/", 1)[0] for item in items]
    return items


def tags_command(a):
    """Of the words that are cut as the gold has them, the share with its tags; and of all words of the gold."""
    with open(a.gold, encoding="utf-8") as lines:
        gold = [[item.rsplit("/", 1) for item in line.split()] for line in lines if line.strip()]
    if a.last_tenth:
        gold = gold[len(gold) * 9 // 10 :]
    run = Run(a.lctext, ["tokenize", "--tags", "--input", "lines", "--standard", a.standard, "-"], "".join("".join(w for w, _ in g) + "\n" for g in gold))
    alike = right = words = 0
    for g, line in zip(gold, run.output.split("\n")):
        found = dict(zip_spans(item.rsplit("/", 1) for item in line.split()))
        for span, tag in zip_spans(g):
            words += 1
            alike += span in found
            right += found.get(span) == tag
    report(tags=right / max(alike, 1), words_and_tags=right / max(words, 1), **run.cost())


def zip_spans(items):
    """(start, end), tag of each word."""
    at = 0
    for word, tag in items:
        yield (at, at + len(word)), tag
        at += len(word)


def words_command(a):
    with open(a.gold, encoding="utf-8") as lines:
        rows = [line.rstrip("\n") for line in lines if line.strip()]
    if "\t" in rows[0]:
        rows = [row.split("\t", 1)[1] for row in rows]
    gold = [tagged_or_plain(row) for row in rows]
    if a.last_tenth:
        gold = gold[len(gold) * 9 // 10 :]
    run = Run(a.lctext, ["tokenize", "--input", "lines", "--standard", a.standard, "-"], "".join("".join(g) + "\n" for g in gold))
    found = [line.split() for line in run.output.split("\n")[: len(gold)]]
    vocabulary = None
    if a.vocabulary:
        with open(a.vocabulary, encoding="utf-8") as text:
            vocabulary = set(text.read().split())
    report(**score_words(gold, found, vocabulary), **run.cost())


# ---------------------------------------------------------------- keywords


def unique(items, key):
    out, seen = [], set()
    for item in items:
        k = key(item)
        if k and k not in seen:
            seen.add(k)
            out.append(k)
    return out


def stem_phrase(text, cache={}):
    if "stemmer" not in cache:
        from nltk.stem.porter import PorterStemmer

        cache["stemmer"] = PorterStemmer()
    return " ".join(cache["stemmer"].stem(w) for w in re.findall(r"[a-z0-9]+", text.lower()))


def headline_score(found, title, words):
    """HP, HR, HF at 5 and 10. `words`: the headline's content words that occur in the body."""
    title = fold(title)
    found = unique(found, fold)
    mask = [False] * len(title)
    for word in words:
        for match in re.finditer(re.escape(word), title):
            for i in range(*match.span()):
                mask[i] = True
    total = sum(mask)
    if not total:
        return None
    out = {}
    for k in (5, 10):
        top = found[:k]
        covered = [False] * len(title)
        hits = 0
        for phrase in top:
            if len(phrase) >= 2 and phrase in title:
                hits += 1
                for match in re.finditer(re.escape(phrase), title):
                    for i in range(*match.span()):
                        covered[i] = True
        p = hits / max(len(top), 1)
        r = sum(m and c for m, c in zip(mask, covered)) / total
        out.update({f"HP@{k}": p, f"HR@{k}": r, f"HF@{k}": f1(p, r)})
    return out


def topic_score(found, gold, key):
    found, gold = unique(found, key), unique(gold, key)
    out = {}
    for k in (5, 10):
        top = found[:k]
        hit = len(set(top) & set(gold))
        p, r = hit / max(len(top), 1), hit / max(len(gold), 1)
        out.update({f"P@{k}": p, f"R@{k}": r, f"F@{k}": f1(p, r)})
    return out


def keywords_command(a):
    rows = read_jsonl(a.data, a.limit)
    rows = rows[len(rows) // 2 :] if a.second_half else rows
    headline = a.preset == "headline"
    inputs = [{"id": r["id"], "text": r["text"], **({"title": r["title"]} if not headline and r.get("title") else {})} for r in rows]
    run = Run(a.lctext, ["keywords", "--input", "jsonl", "--format", "jsonl", "--top", "15", "--preset", a.preset, "-"], jsonl(inputs))
    found = {r["id"]: [k["text"] for k in r["keywords"]] for r in run.records()}
    english = "inspec" in os.path.basename(a.data) or "kpcrowd" in os.path.basename(a.data)
    sums, n = collections.Counter(), 0
    for row in rows:
        pred = found.get(row["id"], [])
        s = headline_score(pred, row["title"], row["headline_words"]) if headline else topic_score(pred, row["keys"], stem_phrase if english else fold)
        if s is None:
            continue
        n += 1
        sums.update(s)
    report(n=n, **{k: v / n for k, v in sums.items()}, **run.cost())


# ---------------------------------------------------------------- summaries


def rouge_tokens(text, english):
    text = nfkc(text).lower()
    return re.findall(r"[a-z0-9]+", text) if english else [c for c in text if not c.isspace()]


def ngrams(tokens, n):
    return collections.Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))


def lcs_length(a, b):
    if not a or not b:
        return 0
    places = {}
    for i, c in enumerate(a):
        places[c] = places.get(c, 0) | (1 << i)
    full = (1 << len(a)) - 1
    v = full
    for c in b:
        u = v & places.get(c, 0)
        v = ((v + u) | (v - u)) & full
    return len(a) - bin(v).count("1")


def rouge(found, reference, english=False):
    h, r = rouge_tokens(found, english), rouge_tokens(reference, english)
    out = []
    for n in (1, 2):
        overlap = sum((ngrams(h, n) & ngrams(r, n)).values())
        size = max(len(h) - n + 1, 0) + max(len(r) - n + 1, 0)
        out.append(2 * overlap / size if overlap else 0.0)
    common = lcs_length(h, r)
    out.append(2 * common / (len(h) + len(r)) if common else 0.0)
    return out


def lead_removed(rows):
    for r in rows:
        paragraphs = [p for p in r["text"].split("\n") if p.strip()]
        if len(paragraphs) >= 4 and 50 <= len(paragraphs[0]) <= 260 and sum(map(len, paragraphs[1:])) >= 450:
            yield {"id": r["id"], "text": "\n".join(paragraphs[1:]), "reference": paragraphs[0]}


def average_rouge(pairs, english):
    sums, length = [0.0] * 3, 0
    for found, reference in pairs:
        length += len(found)
        for i, v in enumerate(rouge(found, reference, english)):
            sums[i] += v
    n = max(len(pairs), 1)
    return dict(n=len(pairs), R1=sums[0] / n, R2=sums[1] / n, RL=sums[2] / n, mean_chars=length / n)


def summaries_command(a):
    rows = read_jsonl(a.data, a.limit)
    rows = rows[len(rows) // 2 :] if a.second_half else rows
    english = a.task == "extract"
    if a.task == "headline":
        items = [{"id": r["id"], "text": r["text"], "reference": r.get("title") or r["summary"]} for r in rows]
        options = ["--headline"]
    elif a.task == "lead":
        items, options = list(lead_removed(rows)), ["--sentences", "2"]
    else:
        items, options = [{"id": r["id"], "text": r["text"], "reference": r["summary"]} for r in rows], ["--ratio", "0.4"]
    run = Run(a.lctext, ["summarize", "--input", "jsonl", "--format", "jsonl", *options, "-"], jsonl({"id": i["id"], "text": i["text"]} for i in items))
    found = {r["id"]: r["text"] for r in run.records()}
    report(**average_rouge([(found.get(i["id"], ""), i["reference"]) for i in items], english), **run.cost())


def issues_command(a):
    rows = read_jsonl(a.data, a.limit)
    inputs = [{"id": f"{r['id']}#{k}", "issue": r["id"], "text": d["text"]} for r in rows for k, d in enumerate(r["docs"])]
    run = Run(a.lctext, ["digest", "--input", "jsonl", "--format", "jsonl", "-"], jsonl(inputs))
    digests = collections.defaultdict(str)
    for record in run.records():
        for article in record["articles"]:
            digests[record["issue"]] += article["lead"]["text"]
    pairs = [(digests[r["id"]], r["summary"]) for r in rows]
    report(**average_rouge(pairs, False), **run.cost())


# ---------------------------------------------------------------- duplicates


def duplicates_command(a):
    with open(a.docs, encoding="utf-8") as lines:
        docs = lines.read()
    with open(a.truth, encoding="utf-8") as lines:
        truth = {frozenset(l.rstrip("\n").split("\t")[:2]): l.rstrip("\n").split("\t")[2] for l in lines if l.strip()}
    hard = set()
    if a.hard:
        with open(a.hard, encoding="utf-8") as lines:
            hard = {l.split("\t")[0] for l in lines if l.strip()}
    run = Run(a.lctext, ["duplicates", "--input", "tsv", "--format", "jsonl", "-"], docs)
    pairs = {frozenset((r["a"], r["b"])) for r in run.records() if r["kind"] != "same_template" and r["a"] != r["b"]}
    hits = pairs & set(truth)
    wrong = pairs - set(truth)
    wrong_hard = {p for p in wrong if p <= hard}
    p, r = len(hits) / max(len(pairs), 1), len(hits) / max(len(truth), 1)
    by_type = collections.Counter(truth.values())
    got = collections.Counter(truth[h] for h in hits)
    report(P=p, R=r, F1=f1(p, r), F1_without_hard=f1(len(hits) / max(len(pairs) - len(wrong_hard), 1), r), wrong=len(wrong), wrong_hard=len(wrong_hard),
           **{f"R_{k}": got[k] / v for k, v in sorted(by_type.items())}, **run.cost())


# ---------------------------------------------------------------- pages


def line_starts(text):
    starts = [0]
    for i, c in enumerate(text):
        if c == "\n":
            starts.append(i + 1)
    return starts


def positions(text, starts, span):
    """Source positions (white space left out) of a gold span, which is in lines or [first, last, from, to]."""
    if isinstance(span, int):
        span = [span, span]
    if len(span) == 3:
        span = [span[0], span[0], span[1], span[2]]
    first, last = span[0], span[1]
    start = starts[first - 1] + (span[2] if len(span) == 4 else 0)
    if len(span) == 4:
        end = starts[last - 1] + span[3]
    else:
        end = starts[last] - 1 if last < len(starts) else len(text)
    return [i for i in range(start, end) if not text[i].isspace()]


def pages_command(a):
    totals = collections.Counter()
    cost = None
    for name in sorted(os.listdir(a.gold)):
        if not name.endswith(".gold.json"):
            continue
        with open(os.path.join(a.gold, name), encoding="utf-8") as f:
            gold = json.load(f)
        path = os.path.join(a.seeds, gold["source"])
        with open(path, encoding="utf-8", newline="") as f:
            text = f.read()
        starts = line_starts(text)
        run = Run(a.lctext, ["articles", "--format", "json", path], "")
        out = json.loads(run.output)
        out = out[0] if isinstance(out, list) else out
        page = score_page(gold, out, text, starts)
        totals.update(page)
        print(name[:3], " ".join(f"{k} {v}" for k, v in page.items()))
    t = totals
    p, r = t["articles_right"] / max(t["articles_found"], 1), t["articles_right"] / max(t["articles_gold"], 1)
    bp, br = t["breaks_right"] / max(t["breaks_found"], 1), t["breaks_right"] / max(t["breaks_gold"], 1)
    dp, dr = t["duplicates_right"] / max(t["duplicates_found"], 1), t["duplicates_right"] / max(t["duplicates_gold"], 1)
    report(article_F1=f1(p, r), break_F1=f1(bp, br), headline_right=t["headlines_right"] / max(t["headlines_gold"], 1),
           order=t["order_right"] / max(t["order_all"], 1), duplicate_P=dp, duplicate_R=dr, body_recall=t["body_hit"] / max(t["body_gold"], 1))


def leads_command(a):
    """The share of annotated articles of whose lead sentence some lead of the page's digest is the whole or a part."""
    right = count = 0
    for name in sorted(os.listdir(a.gold)):
        if not name.endswith(".gold.json"):
            continue
        with open(os.path.join(a.gold, name), encoding="utf-8") as f:
            gold = json.load(f)
        run = subprocess.run(launcher(a.lctext) + ["digest", "--format", "json", os.path.join(a.seeds, gold["source"])], capture_output=True, text=True, check=True)
        letters = lambda text: re.sub(r"\W", "", text)
        leads = [letters(article["lead"]["text"]) for article in json.loads(run.stdout)["articles"]]
        for article in gold["articles"]:
            sentence = article["sentences"][article["digest_lead"]]
            sentence = letters(sentence if isinstance(sentence, str) else sentence["text"])
            count += 1
            right += any(lead and lead in sentence for lead in leads)
    report(n=count, share=right / max(count, 1))


def score_page(gold, out, text, starts):
    s = collections.Counter()
    found = []
    for article in out["articles"] + [dict(c, kind="caption") for c in out.get("captions", [])]:
        paragraphs = [[i for span in p["spans"] for i in range(span["start"], span["end"]) if not text[i].isspace()] for p in article.get("paragraphs", [])]
        found.append((article, paragraphs, {i for p in paragraphs for i in p}))
    gold_articles = []
    for article in gold["articles"]:
        paragraphs = [[i for span in p["spans"] for i in positions(text, starts, span)] for p in article["paragraphs"]]
        gold_articles.append((article, paragraphs, {i for p in paragraphs for i in p}))
    s["articles_gold"], s["articles_found"] = len(gold_articles), len(found)
    for article, paragraphs, body in gold_articles:
        s["body_gold"] += len(body)
        best = max(found, key=lambda f: len(f[2] & body), default=None)
        if best is None:
            continue
        s["body_hit"] += len(best[2] & body)
        overlap = len(best[2] & body) / max(len(best[2] | body), 1)
        headline_right = bare(best[0].get("headline") or "") == bare(article["headline_text"])
        if article["headline"]:
            s["headlines_gold"] += 1
            s["headlines_right"] += headline_right
        kind_right = best[0].get("kind") == article["kind"]
        s["articles_right"] += overlap >= 0.95 and headline_right and kind_right
        # order of the article's characters, by adjacent pairs
        order = {c: n for n, c in enumerate([i for p in best[1] for i in p])}
        true = [i for p in paragraphs for i in p]
        for x, y in zip(true, true[1:]):
            if x + 1 != y and text[x + 1 : y].strip() == "" or y < x or text[x + 1 : y].strip():
                s["order_all"] += 1
                s["order_right"] += x in order and y in order and order[y] == order[x] + 1
    # paragraph starts, as source positions
    gold_breaks = {p[0] for _, ps, _ in gold_articles for p in ps if p}
    found_breaks = {p[0] for _, ps, _ in found for p in ps if p}
    s["breaks_gold"], s["breaks_found"], s["breaks_right"] = len(gold_breaks), len(found_breaks), len(gold_breaks & found_breaks)
    # duplicates: pairs of source line ranges
    def pairs(groups):
        return {frozenset((x, y)) for g in groups for x in g for y in g if x != y}
    gold_groups = [[m["lines"][0] for m in g["members"]] for g in gold["duplicates"]]
    gold_pairs = pairs(gold_groups)
    found_pairs = {frozenset((d["a_line"], d["b_line"])) for d in out.get("duplicates", []) if d.get("kind") != "same_template"}
    s["duplicates_gold"], s["duplicates_found"], s["duplicates_right"] = len(gold_pairs), len(found_pairs), len(gold_pairs & found_pairs)
    return s


# ---------------------------------------------------------------- self test


def selftest(_):
    g = [["我们", "在", "野生", "动物园", "玩"], ["好"]]
    f = [["我们", "在野", "生动", "物", "园", "玩"], ["好"]]
    r = score_words(g, f, {"我们", "在", "玩", "好"})
    assert abs(r["P"] - 3 / 7) < 1e-9 and abs(r["R"] - 0.5) < 1e-9 and r["oov_recall"] == 0
    assert rouge("今天天气好", "今天天气好") == [1.0, 1.0, 1.0]
    assert abs(rouge("甲乙丙", "甲丙")[0] - 0.8) < 1e-9 and rouge("甲乙丙", "甲丙")[1] == 0.0 and abs(rouge("甲乙丙", "甲丙")[2] - 0.8) < 1e-9
    assert headline_score(["人民", "大会"], "人民大会召开", ["人民", "大会"])["HF@5"] == 1.0
    assert topic_score(["甲乙", "丙"], ["甲乙"], fold)["F@5"] == f1(0.5, 1.0)
    print("selftest passed")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)

    def command(name, run, **options):
        p = commands.add_parser(name)
        p.set_defaults(run=run)
        if name != "selftest":
            p.add_argument("--lctext", required=True)
            p.add_argument("--limit", type=int)
        for option, settings in options.items():
            p.add_argument("--" + option.replace("_", "-"), **settings)

    needed = dict(required=True)
    command("words", words_command, gold=needed, standard=dict(default="pku"), vocabulary={}, last_tenth=dict(action="store_true"))
    command("tags", tags_command, gold=needed, standard=dict(default="pku"), last_tenth=dict(action="store_true"))
    command("keywords", keywords_command, data=needed, preset=dict(required=True, choices=["headline", "topic"]), second_half=dict(action="store_true"))
    command("summaries", summaries_command, data=needed, task=dict(required=True, choices=["headline", "lead", "extract"]), second_half=dict(action="store_true"))
    command("issues", issues_command, data=needed)
    command("duplicates", duplicates_command, docs=needed, truth=needed, hard={})
    command("pages", pages_command, seeds=needed, gold=needed)
    command("leads", leads_command, seeds=needed, gold=needed)
    command("selftest", selftest)
    a = parser.parse_args()
    a.run(a)


if __name__ == "__main__":
    main()
