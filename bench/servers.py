"""Two servers side by side, with this site behind each: granian and gunicorn.

    .venv/bin/pip install gunicorn && .venv/bin/python bench/servers.py

Needs `wrk` too. Measured are requests a second, and the processor's time for each, of a page that
is kept whole and of one that is made each time; the wait of an ordinary visitor while 200 others
send their request a byte at a time; the requests lost in a reload; the time to the first answer and
the memory. It speaks to 127.0.0.1 alone and ends by itself in about four minutes. Ratios carry over
to other machines, the figures themselves do not.
"""

import asyncio
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

from public import ask
from serving import environment, granian, prepare, serving

PORT = 8765
KEPT, MADE = "/en/trainings/", "/en/search/?q=water"
SECONDS = 5
LONGEST_RELOAD = 25  # seconds
ROUNDS = 2
SLOW_CLIENTS = 200

SERVERS = {
    # In a reload it waits so long for the new process before it ends the old one.
    "granian": [*granian(PORT)[:-1], "--respawn-interval", "20", "config.wsgi:application"],
    "gunicorn": [
        *["gunicorn", "--bind", f"127.0.0.1:{PORT}", "--worker-class", "gthread"],
        *["--workers", "1", "--threads", "4", "--log-level", "warning"],
        "config.wsgi:application",
    ],
}


def request(path: str, connection: str = "keep-alive") -> bytes:
    return (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nConnection: {connection}\r\n\r\n"
    ).encode()


async def answer(reader: asyncio.StreamReader) -> None:
    """Read one answer to its end; raises OSError when it is not a 200 of stated length."""
    head = await reader.readuntil(b"\r\n\r\n")
    if b" 200 " not in head.split(b"\r\n")[0]:
        raise ConnectionError(head[:40])
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            await reader.readexactly(int(line.split(b":")[1]))
            return
    raise ConnectionError("no length")


async def one_visit(path: str) -> float:
    """The milliseconds of one visit with a connection of its own; infinite after ten seconds."""
    started = time.monotonic()
    try:
        async with asyncio.timeout(10):
            reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
            writer.write(request(path, "close"))
            await answer(reader)
            writer.close()
    except (OSError, EOFError, TimeoutError):
        return float("inf")
    return (time.monotonic() - started) * 1000


async def waits_beside_slow_clients(slow: int) -> list[float]:
    """The milliseconds of visits, one after the other, while `slow` clients dribble."""
    until = time.monotonic() + SECONDS

    async def dribble() -> None:
        _reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
        # All of the head but its end: the server must wait, for as long as we like.
        for byte in request(KEPT)[:-2]:
            if time.monotonic() > until:
                break
            writer.write(bytes([byte]))
            await asyncio.sleep(0.1)
        writer.close()

    async def visit() -> list[float]:
        await asyncio.sleep(0.5)
        waits = []
        while time.monotonic() < until:
            waits.append(await one_visit(KEPT))
        return waits

    waits, *_rest = await asyncio.gather(visit(), *(dribble() for _each in range(slow)))
    return waits


async def lost_in_a_reload(process: subprocess.Popen) -> tuple[int, int]:
    """How many visits of how many failed while the server reloads on SIGHUP."""
    asyncio.get_running_loop().call_later(1, process.send_signal, signal.SIGHUP)
    until = time.monotonic() + LONGEST_RELOAD
    waits = []
    while time.monotonic() < until:
        waits.append(await one_visit(KEPT))
        await asyncio.sleep(0.01)
    return waits.count(float("inf")), len(waits)


def memory(process: subprocess.Popen) -> float:
    """The MB that the server and its processes take, shared pages counted once."""
    listed = subprocess.run(["ps", "-o", "pid=", "-s", str(process.pid)], capture_output=True)
    total = 0
    for pid in listed.stdout.split():
        for line in Path(f"/proc/{int(pid)}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def measure(name: str, env: dict[str, str], results: dict[str, list[float]]) -> None:
    started = time.monotonic()
    with serving(SERVERS[name], env, PORT) as process:
        results["first answer, s"].append(time.monotonic() - started)
        for kind, path in (("kept", KEPT), ("made", MADE)):
            rate, cpu = ask(PORT, path, process.pid, SECONDS)
            results[f"a page that is {kind}, requests/s"].append(rate)
            results[f"a page that is {kind}, CPU each, µs"].append(cpu)
        results["memory after that, MB"].append(memory(process))
        alone = asyncio.run(waits_beside_slow_clients(0))
        slow = asyncio.run(waits_beside_slow_clients(SLOW_CLIENTS))
        results["a visit alone, median ms"].append(statistics.median(alone))
        results[f"beside {SLOW_CLIENTS} slow, median ms"].append(statistics.median(slow))
        results[f"beside {SLOW_CLIENTS} slow, worst ms"].append(max(slow))
        lost, visits = asyncio.run(lost_in_a_reload(process))
        results["lost in a reload, %"].append(100 * lost / visits)


def main() -> None:
    missing = [name for name in SERVERS if not find_spec(name)]
    if missing:
        sys.exit(f"Not installed: {', '.join(missing)}. Run: pip install {' '.join(missing)}")
    results: dict[str, dict[str, list[float]]] = {name: defaultdict(list) for name in SERVERS}
    with tempfile.TemporaryDirectory() as folder:
        env = environment(folder, PORT, f"sqlite:///{folder}/bench.sqlite3")
        prepare(env)
        for _round in range(ROUNDS):
            for name, found in results.items():
                measure(name, env, found)
    rows = next(iter(results.values()))
    print(f"{'mean of ' + str(ROUNDS):<32}" + "".join(f"{name:>12}" for name in results))
    for row in rows:
        means = [statistics.mean(found[row]) for found in results.values()]
        print(f"{row:<32}" + "".join(f"{mean:>12.1f}" for mean in means))


if __name__ == "__main__":
    main()
