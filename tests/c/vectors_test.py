"""Scans the posts of vectors.txt through ctypes, in one batch and one by one, and compares what is found.

usage: vectors_test.py LIBRARY VECTORS PATTERNS
"""

import ctypes
import re
import sys
from ctypes import POINTER, byref, c_char_p, c_int32, c_uint8, c_uint32, c_uint64, c_void_p

ACTIONS = ["pass", "review", "block"]


class Options(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("folder_count", c_uint32),
        ("folders", POINTER(c_char_p)),
        ("policy_file", c_char_p),
        ("channel", c_char_p),
        ("max_post_bytes", c_uint64),
        ("as_of_year", c_int32),
        ("as_of_month", c_uint32),
        ("as_of_day", c_uint32),
        ("language", c_uint32),
    ]


class Pattern(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("severity", c_uint32),
        ("id", c_char_p),
        ("name", c_char_p),
        ("category", c_char_p),
        ("advice", c_char_p),
    ]


class Columns(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("post_count", c_uint32),
        ("post_action", POINTER(c_uint8)),
        ("post_would_be", POINTER(c_uint8)),
        ("post_complete", POINTER(c_uint8)),
        ("finding_count", c_uint64),
        ("finding_post", POINTER(c_uint32)),
        ("finding_pattern", POINTER(c_uint32)),
        ("finding_begin", POINTER(c_uint32)),
        ("finding_end", POINTER(c_uint32)),
        ("finding_score", POINTER(c_int32)),
        ("finding_action", POINTER(c_uint8)),
        ("problem_count", c_uint64),
        ("problem_post", POINTER(c_uint32)),
        ("problem_kind", POINTER(c_uint8)),
        ("problem_code", POINTER(c_char_p)),
        ("problem_text", POINTER(c_char_p)),
        ("problem_line", POINTER(c_uint32)),
        ("problem_column", POINTER(c_uint32)),
    ]


def load(path):
    library = ctypes.CDLL(path)
    library.gatepost_error_text.restype = c_char_p
    library.gatepost_error_text.argtypes = [c_void_p]
    library.gatepost_scanner_open.argtypes = [POINTER(Options), POINTER(c_void_p), POINTER(c_void_p)]
    library.gatepost_scanner_free.argtypes = [c_void_p]
    library.gatepost_pattern_at.argtypes = [c_void_p, c_uint32, POINTER(Pattern), POINTER(c_void_p)]
    library.gatepost_worker_new.argtypes = [c_void_p, POINTER(c_void_p), POINTER(c_void_p)]
    library.gatepost_worker_free.argtypes = [c_void_p]
    library.gatepost_scan.argtypes = [
        c_void_p, c_void_p, c_char_p, c_uint64, POINTER(Columns), POINTER(c_void_p)]
    library.gatepost_scan_batch.argtypes = [
        c_void_p, c_void_p, c_char_p, POINTER(c_uint64), c_uint64, POINTER(Columns), POINTER(c_void_p)]
    return library


def read_vectors(path):
    """Pairs of what is expected and the text's bytes."""
    escapes = {b"n": b"\n", b"\\": b"\\"}
    with open(path, "rb") as file:
        for line in file.read().splitlines():
            if line.startswith(b"#"):
                continue
            expected, text = line.split(b"\t", 1)
            text = re.sub(
                rb"\\(x..|.)",
                lambda found: escapes.get(found[1]) or bytes([int(found[1][1:], 16)]), text)
            yield expected.decode(), text


class Scanner:
    def __init__(self, library, patterns):
        self.library = library
        self.handle, self.worker = c_void_p(), c_void_p()
        folders = (c_char_p * 1)(patterns.encode())
        options = Options(struct_size=ctypes.sizeof(Options), folder_count=1, folders=folders,
                          as_of_year=2026, as_of_month=3, as_of_day=31)
        self.call("scanner_open", byref(options), byref(self.handle))
        self.call("worker_new", self.handle, byref(self.worker))

    def close(self):
        self.library.gatepost_worker_free(self.worker)
        self.library.gatepost_scanner_free(self.handle)

    def call(self, name, *arguments):
        error = c_void_p()
        if getattr(self.library, "gatepost_" + name)(*arguments, byref(error)) != 0:
            sys.exit(f"{name}: {self.library.gatepost_error_text(error).decode()}")

    def scan_batch(self, texts):
        offsets = [0]
        for text in texts:
            offsets.append(offsets[-1] + len(text))
        columns = Columns(struct_size=ctypes.sizeof(Columns))
        self.call("scan_batch", self.handle, self.worker, b"".join(texts),
                  (c_uint64 * len(offsets))(*offsets), len(texts), byref(columns))
        return self.described(columns)

    def scan(self, text):
        columns = Columns(struct_size=ctypes.sizeof(Columns))
        self.call("scan", self.handle, self.worker, text, len(text), byref(columns))
        return self.described(columns)[0]

    def described(self, columns):
        """What was found in each post, as vectors.txt has it."""
        posts = [
            ACTIONS[columns.post_action[i]] + (" complete" if columns.post_complete[i] else " incomplete")
            for i in range(columns.post_count)]
        for i in range(columns.finding_count):
            pattern = Pattern(struct_size=ctypes.sizeof(Pattern))
            self.call("pattern_at", self.handle, columns.finding_pattern[i], byref(pattern))
            posts[columns.finding_post[i]] += (
                f" {pattern.id.decode()}:{columns.finding_begin[i]}-{columns.finding_end[i]}"
                f":{columns.finding_score[i]}:{ACTIONS[columns.finding_action[i]]}")
        for i in range(columns.problem_count):
            posts[columns.problem_post[i]] += (
                f" !{columns.problem_code[i].decode()}"
                f":{columns.problem_line[i]}:{columns.problem_column[i]}")
        return posts


def main():
    library, vectors, patterns = sys.argv[1:]
    expected, texts = zip(*read_vectors(vectors))
    scanner = Scanner(load(library), patterns)
    found = {"in the batch": scanner.scan_batch(texts), "alone": [scanner.scan(text) for text in texts]}
    scanner.close()
    faults = 0
    for how, posts in found.items():
        if len(posts) != len(expected):
            sys.exit(f"{how}: {len(posts)} posts of {len(expected)}")
        for number, (wanted, actual) in enumerate(zip(expected, posts)):
            if wanted != actual:
                faults += 1
                print(f"post {number}, {how}:\n  expected {wanted}\n  found    {actual}")
    print(f"{len(texts)} posts, {faults} faults")
    sys.exit(faults > 0)


main()
