#!/usr/bin/env python3
"""Times near-duplicate finders on the corpus that crosscheck is timed on: MinHash-LSH of datasketch and of rensa.

  reuse_peers.py --crosscheck PATH [--documents N] [--install FOLDER]

Makes N news-like documents (default 2000), 60 % of them edited copies, and prints for each tool the CPU time, MB/s and how many of
the true copy pairs it finds (at its better of two thresholds). --install makes a virtual environment in FOLDER with the peers;
without it those are timed that this Python can import. crosscheck runs on one thread, reading and printing JSON included.
"""
import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import time
import venv

WORDS = ("harbour council engineers opened the bridge after a long winter storm and farmers asked for grain from northern silos while trains "
         "waited beside old mills where workers mended pumps with copper valves sent by river boat over two quiet nights before market day "
         "doctors called every school village ferry captain signal orchard barrel lantern").split()


def sentence(rng):
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(12, 21))).capitalize() + "."


def edited(rng, paragraphs):
    kind = rng.randrange(4)
    if kind == 0:
        return paragraphs[: max(1, len(paragraphs) * 3 // 4)]
    if kind == 1:
        return paragraphs[:1] + [" ".join(sentence(rng) for _ in range(3))] + paragraphs[1:]
    if kind == 2:
        return ["".join(rng.choice("abcdefghij") if c.isalpha() and rng.random() < 0.02 else c for c in p) for p in paragraphs]
    return paragraphs


def corpus(n):
    rng = random.Random(7)
    documents, families = [], []
    while len(documents) < n:
        base = [" ".join(sentence(rng) for _ in range(3)) for _ in range(8)]
        family = []
        for _ in range(rng.randint(1, 4)):
            family.append(len(documents))
            documents.append({"id": "d%06d" % len(documents), "text": "\n\n".join(edited(rng, base))})
        families.append(family)
    truth = {(documents[a]["id"], documents[b]["id"]) for f in families for a in f for b in f if a < b}
    return documents, truth


def shingles(text):
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[i:i + 4]) for i in range(max(1, len(words) - 3))]


def run_datasketch(documents, threshold):
    from datasketch import MinHash, MinHashLSH
    lsh, pairs = MinHashLSH(threshold=threshold, num_perm=128), set()
    for d in documents:
        m = MinHash(num_perm=128)
        m.update_batch([s.encode() for s in shingles(d["text"])])
        pairs |= {tuple(sorted((d["id"], other))) for other in lsh.query(m)}
        lsh.insert(d["id"], m)
    return pairs


def run_rensa(documents, threshold):
    from rensa import RMinHash, RMinHashLSH
    lsh, pairs = RMinHashLSH(threshold=threshold, num_perm=128, num_bands=32), set()
    for i, d in enumerate(documents):
        m = RMinHash(num_perm=128, seed=42)
        m.update(shingles(d["text"]))
        pairs |= {(documents[j]["id"], d["id"]) for j in lsh.query(m) if j < i}
        lsh.insert(i, m)
    return pairs


def run_crosscheck(documents, path):
    feed = "".join(json.dumps(d) + "\n" for d in documents).encode()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([path, "reuse", "--format", "json", "--threads", "1", "-"], input=feed, stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    pairs = {tuple(sorted((r["a"], r["b"]))) for r in json.loads(done.stdout)["reuse"] if r["kind"] == "copy" and r["a"] != r["b"]}
    return pairs, spent


def report(name, size, spent, pairs, truth):
    print("%-26s %8.2f s %8.1f MB/s   recall %.3f   precision %.3f" % (
        name, spent, size / 1e6 / max(spent, 1e-9), len(pairs & truth) / len(truth), len(pairs & truth) / max(1, len(pairs))))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crosscheck")
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--install", metavar="FOLDER")
    args = parser.parse_args()
    if args.install:
        python = os.path.join(args.install, "bin", "python")
        if not os.path.exists(python):
            venv.create(args.install, with_pip=True)
            subprocess.run([python, "-m", "pip", "install", "-q", "datasketch", "rensa"], check=True)
        rest = [a for i, a in enumerate(sys.argv) if a != "--install" and (i == 0 or sys.argv[i - 1] != "--install")]
        raise SystemExit(subprocess.call([python] + rest))
    documents, truth = corpus(args.documents)
    size = sum(len(d["text"].encode()) for d in documents)
    print("%d documents, %.2f MB, %d true copy pairs" % (len(documents), size / 1e6, len(truth)))
    if args.crosscheck:
        pairs, spent = run_crosscheck(documents, args.crosscheck)
        report("crosscheck reuse", size, spent, pairs, truth)
    for name, run in (("datasketch", run_datasketch), ("rensa", run_rensa)):
        for threshold in (0.2, 0.5):
            start = time.process_time()
            try:
                pairs = run(documents, threshold)
            except ImportError:
                print("%-26s not installed" % name)
                break
            report("%s %.1f" % (name, threshold), size, time.process_time() - start, pairs, truth)


if __name__ == "__main__":
    main()
