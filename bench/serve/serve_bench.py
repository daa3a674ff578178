#!/usr/bin/env python3
"""How fast `gatepost serve` is, and whether it stays right and small under load.

Measures three servers in turns: Boost.Beast as its examples use it, giving back what it is sent; our server answering a
constant, which is what a check answers; and `gatepost serve` checking a post of 280 bytes. Every figure is a ratio between two of them. With --soak the
last serves at full load instead, beside slow, dripping, broken and hostile clients, while its patterns are reloaded every
second: each answer has to be the right one to the byte, and its memory flat.
"""

import argparse
import contextlib
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from clients import Crowd, answer_to, free_port

THREADS = 2
CONNECTIONS = 32
BEGIN = "Thank you to everybody who came to the library this weekend. If you would like to help with the next sale, please "
END = " before Friday. We are open from nine to five."
TEXTS = {
    "a post with nothing in it": BEGIN + "write to us or come to the front desk" + END,
    "a post with a telephone number in it": BEGIN + "ring me on 07700 900123 or come to the desk" + END,
}
LUA = """
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = io.open(os.getenv("SERVE_BENCH_BODY")):read("*a")
"""


def post_of(text, size):
    post = {"id": "1", "text": text}
    post["text"] += " " + "." * (size - len(json.dumps(post)) - 1)
    return json.dumps(post)


class Server:
    """A server that runs, and what it has cost."""

    def __init__(self, name, command, port=None):
        self.name = name
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.port = port or int(self.process.stdout.readline())
        self.wait_until_ready()

    def wait_until_ready(self):
        for _ in range(300):
            with contextlib.suppress(OSError):
                if answer_to(self.port, b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"):
                    return
            if self.process.poll() is not None:
                sys.exit(f"serve_bench: {self.name} has ended with {self.process.returncode}")
            time.sleep(0.1)
        sys.exit(f"serve_bench: {self.name} does not answer")

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident_kib(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])

    def stop(self):
        """The exit status."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return None


class Bench:
    def __init__(self, options, folder, text):
        self.options = options
        self.folder = folder
        self.body = folder / "body.json"
        self.body.write_text(post_of(text, 280))
        (folder / "post.lua").write_text(LUA)

    def beast(self):
        return Server("beast_echo", [self.options.programs / "beast_echo", str(THREADS)])

    def constant(self, answer):
        return Server("constant_server", [self.options.programs / "constant_server", str(THREADS), answer])

    def service(self):
        port = free_port()
        command = [self.options.gatepost_serve, "--listen", f"127.0.0.1:{port}", "--threads", str(THREADS)]
        command += ["--patterns", self.options.patterns, "--log", "none", "--max-connections", "8192"]
        return Server("gatepost serve", command, port)

    def expect(self, server):
        """Keeps what the server answers to the post, and gives the path of that."""
        path = self.folder / f"answer-{server.port}.json"
        body = self.body.read_bytes()
        head = (
            "POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        )
        head, _, answer = answer_to(server.port, head.encode() + body).partition(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200 "):
            sys.exit(f"serve_bench: {server.name} answers {head[:60]!r}")
        path.write_bytes(answer)
        return path

    def saturate(self, server, seconds):
        """Requests a second, their times in microseconds, and microseconds of the processor for each, by wrk."""
        before = server.cpu_seconds()
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", self.folder / "post.lua"]
        out = subprocess.run(
            [*command, f"http://127.0.0.1:{server.port}/v1/check"],
            env={**os.environ, "SERVE_BENCH_BODY": str(self.body)},
            stdout=subprocess.PIPE, text=True, check=True,
        ).stdout  # fmt: skip
        if "Non-2xx" in out or "Socket errors" in out:
            sys.exit(f"serve_bench: {server.name}: {out}")
        requests = int(re.search(r"(\d+) requests in", out)[1])
        return {
            "per_second": float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]),
            "p50": microseconds(re.search(r"\n +50%\s+(\S+)", out)[1]),
            "p99": microseconds(re.search(r"\n +99%\s+(\S+)", out)[1]),
            "cpu": (server.cpu_seconds() - before) * 1e6 / requests,
        }

    def load(self, server, rate, seconds, connections=CONNECTIONS):
        """Started; load_result gives what came of it."""
        command = [self.options.programs / "http_load", str(server.port), "/v1/check", self.body, self.expect(server)]
        return subprocess.Popen([*command, str(connections), str(rate), str(seconds)], stdout=subprocess.PIPE)


def microseconds(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 1, "ms": 1e3, "s": 1e6}[unit]


def load_result(process):
    return json.loads(process.communicate()[0])


def median(rounds, key):
    return statistics.median(result[key] for result in rounds)


def say(what, value, limit=None, is_least=True):
    line = f"{what:<76} {value:8.3g} x"
    if limit is not None:
        fails = value < limit if is_least else value > limit
        line += f"  ({'at least' if is_least else 'at most'} {limit:g} x{': MISSED' if fails else ''})"
    print(line, flush=True)


def measure(bench):
    options = bench.options
    with contextlib.ExitStack() as stack:
        service = bench.service()
        stack.callback(service.stop)
        beast = bench.beast()
        stack.callback(beast.stop)
        constant = bench.constant(bench.expect(service))  # the same answer, unmade
        stack.callback(constant.stop)
        servers = [beast, constant, service]
        full = {server.name: [] for server in servers}
        for turn in range(options.rounds + 1):  # the first warms up
            for server in servers:
                result = bench.saturate(server, options.seconds)
                if turn > 0:
                    full[server.name].append(result)
        for server in servers:
            rounds = full[server.name]
            print(
                f"{server.name:<18} {median(rounds, 'per_second'):9.0f} /s   p50 {median(rounds, 'p50'):6.0f} us   "
                f"p99 {median(rounds, 'p99'):6.0f} us   processor {median(rounds, 'cpu'):5.1f} us a request"
            )
        beast, constant, service = (full[server.name] for server in servers)
        print()
        say("requests/s, our server with a constant : Beast's echo", ratio(constant, beast, "per_second"), 0.8)
        say("requests/s, /v1/check : a constant", ratio(service, constant, "per_second"), 0.75)
        say("processor a request, our server with a constant : Beast's echo", ratio(constant, beast, "cpu"))
        say("processor a request, /v1/check : a constant", ratio(service, constant, "cpu"))
        say("p99 at full load, /v1/check : a constant", ratio(service, constant, "p99"))
        rate = median(service, "per_second") / 2
        measure_half_load(bench, servers[1:], rate)
        measure_crowd(bench, servers[2], rate)


def ratio(ones, others, key):
    return median(ones, key) / median(others, key)


def p99_at(bench, server, rate):
    result = load_result(bench.load(server, rate, bench.options.seconds))
    if result["wrong"] or result["lost"]:
        sys.exit(f"serve_bench: {server.name}: {result}")
    return result["p99"]


def measure_half_load(bench, servers, rate):
    rounds = [[p99_at(bench, server, rate) for server in servers] for _ in range(bench.options.rounds)]
    constant, service = map(statistics.median, zip(*rounds))
    print(f"\nat {rate:.0f} requests/s: p99 {constant:.0f} us of a constant, {service:.0f} us of /v1/check")
    say("p99 at half load, /v1/check : a constant", service / constant, 3, is_least=False)


def measure_crowd(bench, server, rate):
    alone, beside = [], []
    for _ in range(bench.options.rounds):
        alone.append(p99_at(bench, server, rate))
        with Crowd(server.port, idle=1000, dripping=100):
            beside.append(p99_at(bench, server, rate))
    value = statistics.median(beside) / statistics.median(alone)
    say("p99 at half load, beside 1,000 idle and 100 dripping connections : alone", value, 2, is_least=False)


def soak(bench):
    """True if all was right."""
    options = bench.options
    server = bench.service()
    ended = threading.Event()

    def reload():
        while not ended.wait(1):
            server.process.send_signal(signal.SIGHUP)

    reloading = threading.Thread(target=reload)
    resident = []
    try:
        with Crowd(server.port, idle=200, dripping=50, hostile=4) as crowd:
            reloading.start()
            load = bench.load(server, 0, options.soak)
            end = time.monotonic() + options.soak
            while time.monotonic() < end:
                time.sleep(min(1, options.soak / 10))
                resident.append(server.resident_kib())
            result = load_result(load)
    finally:
        ended.set()
        reloading.join()
    status = server.stop()
    # A third of the time is for caches and pools to fill.
    before, after = max(resident[len(resident) // 3 : 2 * len(resident) // 3]), max(resident[2 * len(resident) // 3 :])
    print(f"{result['answers']} answers, {result['wrong']} wrong, {result['lost']} lost, {result['per_second']} /s")
    print(f"{crowd.tried} broken and hostile requests, {len(crowd.faults)} not answered as they should be")
    for fault in sorted(set(crowd.faults))[:10]:
        print(f"  {fault}")
    print(f"resident {before} KiB in the middle, {after} KiB at the end; exit status {status}")
    is_flat = after <= before * 1.05 + 2048
    return not (result["wrong"] or result["lost"] or crowd.faults or status) and is_flat and result["answers"] > 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", required=True, type=Path, help="folder of beast_echo, constant_server, http_load")
    parser.add_argument("--gatepost-serve", required=True, type=Path, help="the program")
    parser.add_argument("--patterns", default="patterns/uk", help="folder of patterns [%(default)s]")
    parser.add_argument("--seconds", type=int, default=3, help="of each measurement [%(default)s]")
    parser.add_argument("--rounds", type=int, default=5, help="of which each figure is the median [%(default)s]")
    parser.add_argument("--soak", type=int, metavar="SECONDS", help="load it for so long and look at each answer")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.soak:
            sys.exit(0 if soak(Bench(options, Path(folder), TEXTS["a post with a telephone number in it"])) else 1)
        for name, text in TEXTS.items():
            print(f"\n{name}\n")
            measure(Bench(options, Path(folder), text))


if __name__ == "__main__":
    main()
