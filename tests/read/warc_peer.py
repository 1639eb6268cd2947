#!/usr/bin/env python3
"""Checks crosscheck's reading of web archives against warcio (https://pypi.org/project/warcio/), which makes the archives.

  warc_peer.py CROSSCHECK FOLDER

Installs warcio into a virtual environment in FOLDER the first time. Exit 77 (skipped) only where the package index cannot be
reached. Each archive holds pages (plain, chunked, gzip and deflate bodies, UTF-8 and windows-1252) among records that are no pages
(pictures, redirects, requests, revisits, metadata); the pages that crosscheck reads must be those that warcio reads, with their
addresses and all of their text, whole, and with the last member cut off.
"""
import io
import json
import os
import re
import subprocess
import sys
import venv
import zlib

SKIPPED = 77
SENTENCES = ["The ferry %d left the quay of Tarn Point at dawn, and the harbour office of Port Ellen said that it was full.",
             "A second boat, which had been laid up for the winter, was made ready for the crossing of the afternoon by its crew.",
             "Nobody knew on the quay why café number %d stayed shut, but its owner, Ada Holt, told the paper that she had slept in."]


def into_own_environment(folder):
    python = os.path.join(folder, "bin", "python")
    if sys.executable == os.path.abspath(python):
        return
    if not os.path.exists(os.path.join(folder, "ready")):
        venv.create(folder, with_pip=True, clear=True)
        done = subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--retries", "1", "--timeout", "15",
                               "warcio"], capture_output=True, text=True)
        if done.returncode != 0:
            print("warcio cannot be installed:", done.stderr.strip().splitlines()[-1:] or done.returncode)
            sys.exit(SKIPPED)
        open(os.path.join(folder, "ready"), "w").close()
    os.execv(python, [os.path.abspath(python)] + sys.argv)


def page(n, charset="utf-8"):
    body = "".join("<p>%s</p>" % (s % n if "%d" in s else s) for s in SENTENCES)
    return ("<!doctype html><html><head><title>Ferry %d</title></head><body><article><h1>Ferry %d leaves at dawn</h1>%s</article>"
            "</body></html>" % (n, n, body)).encode(charset)


def chunked(data):
    parts = [data[i:i + 97] for i in range(0, len(data), 97)]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in parts) + b"0\r\n\r\n"


def gzipped(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


def write(version, packed):
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed, warc_version=version)

    def add(url, body, status="200 OK", headers=(), kind="response"):
        http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, kind, payload=io.BytesIO(body), http_headers=http))

    html = ("Content-Type", "text/html; charset=utf-8")
    writer.write_record(writer.create_warcinfo_record("made.warc", {"software": "test"}))
    add("http://gazette.example/plain/", page(1), headers=[html])
    add("http://gazette.example/photo.png", b"\x89PNG\r\n", headers=[("Content-Type", "image/png")])
    add("http://gazette.example/chunked", chunked(page(2)), headers=[html, ("Transfer-Encoding", "chunked")])
    add("http://gazette.example/moved", page(9), status="301 Moved", headers=[html])
    add("http://gazette.example/gzip?x=1", gzipped(page(3)), headers=[html, ("Content-Encoding", "gzip")])
    writer.write_record(writer.create_revisit_record("http://gazette.example/plain/", "sha1:AAAA", "http://gazette.example/plain/",
                                                     "2024-05-02T10:00:00Z"))
    add("http://gazette.example/deflate", zlib.compress(page(4)), headers=[html, ("Content-Encoding", "deflate")])
    add("http://gazette.example/both", chunked(gzipped(page(5))),
        headers=[html, ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")])
    add("http://gazette.example/old", page(6, "windows-1252"), headers=[("Content-Type", "text/html; charset=windows-1252")])
    writer.write_record(writer.create_warc_record("http://gazette.example/meta", "metadata", payload=io.BytesIO(b"a: b\r\n")))
    writer.write_record(writer.create_warc_record("http://gazette.example/text", "conversion", payload=io.BytesIO(
        "\n".join(s % 7 if "%d" in s else s for s in SENTENCES).encode()), warc_content_type="text/plain"))
    add("http://gazette.example/last", page(8), headers=[html])
    return out.getvalue()


def words_of(text):
    return re.findall(r"\w+", re.sub(r"<[^>]*>", " ", text))


def pages_by_warcio(data):
    """address -> words of the sentences"""
    from warcio.archiveiterator import ArchiveIterator
    pages = {}
    for record in ArchiveIterator(io.BytesIO(data)):
        kind = (record.http_headers or record.rec_headers).get_header("Content-Type") or ""
        if record.rec_type not in ("response", "conversion") or not kind.startswith("text/"):
            continue
        if record.http_headers and record.http_headers.get_statuscode() != "200":
            continue
        charset = "windows-1252" if "1252" in kind else "utf-8"
        text = record.content_stream().read().decode(charset)
        pages[record.rec_headers.get_header("WARC-Target-URI")] = words_of(re.sub(r"<head>.*</head>", "", text))
    return pages


def pages_by_crosscheck(program, data, name, folder):
    path = os.path.join(folder, name)
    with open(path, "wb") as f:
        f.write(data)
    done = subprocess.run([program, "extract", "--text", "--format", "jsonl", path], capture_output=True, text=True)
    if done.returncode not in (0, 2):
        sys.exit("%s: exit %d\n%s" % (name, done.returncode, done.stderr))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    return {r["url"]: words_of(r["text"]) for r in records}, done


def compare(name, wanted, got):
    for url in sorted(set(wanted) | set(got)):
        if url not in got or url not in wanted or wanted[url] != got[url]:
            sys.exit("%s: %s\n  warcio:     %s\n  crosscheck: %s" % (
                name, url, " ".join(wanted.get(url, ["not there"])), " ".join(got.get(url, ["not there"]))))


def main():
    program, folder = sys.argv[1:3]
    into_own_environment(folder)
    checked = 0
    for version in ("1.0", "1.1"):
        for packed in (False, True):
            name = "made-%s.warc%s" % (version, ".gz" if packed else "")
            data = write(version, packed)
            wanted = pages_by_warcio(data)
            assert len(wanted) == 8, sorted(wanted)
            got, done = pages_by_crosscheck(program, data, name, folder)
            assert done.returncode == 0, done.stderr
            assert "1 image/png" in done.stderr, done.stderr
            compare(name, wanted, got)
            # The last record cut off: all others are still read, and it is named.
            got, done = pages_by_crosscheck(program, data[:-300], "cut-" + name, folder)
            assert done.returncode == 2 and "cut-" + name in done.stderr, done.stderr
            wanted.pop("http://gazette.example/last")
            got.pop("http://gazette.example/last", None)
            compare("cut-" + name, wanted, got)
            checked += 1
    print("%d archives, whole and cut off, are read as warcio reads them" % checked)


if __name__ == "__main__":
    main()
