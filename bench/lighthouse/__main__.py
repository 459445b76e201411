"""`python -m bench.lighthouse [kind ...]`: Lighthouse's mobile scores, and when the largest thing is painted.

The site is built for a free port of the loopback address and served there as a good host would. A page that
misses something is measured twice more, and the median counts: what else the machine does disturbs it. Two
audits are left out where a page does on purpose what they hold against it: to ask not to be listed (404,
after a payment), and to let nothing inside of it connect anywhere, from where Lighthouse would fetch
robots.txt. The status is 1 when a score is below 100, the largest contentful paint is later than a second,
or a kind of page has no page to measure.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from statistics import median

from bench.lighthouse.serving import HOST, serve_site
from bench.weight import Asked

CHECKOUT = Path(__file__).resolve().parent.parent.parent
FOLDER = Path(__file__).resolve().parent
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "search",
}
#: What a page says on purpose, and the audit that would hold it against the page.
EXCUSES = {'content="noindex"': "is-crawlable", "connect-src 'none'": "robots-txt"}
#: Pages that the functions alone show, to an employer whose link they have checked.
BEHIND_A_LINK = {"employer_desk", "employer_door", "employer_pledge", "employer_preview", "partner_desk"}
#: What a news item says of itself; it is laid out as the other pages of docs/ are.
NEWS_ITEM, NEWS_KIND = 'property="og:type" content="article"', "news item"
#: The latest that the largest thing of the first view may be painted, in milliseconds.
LATEST = 1000.0
HELP = """Lighthouse could not be started: {missing}.
  Debian, as root:  apt-get install chromium nodejs npm
  then:             npm ci --prefix bench/lighthouse"""


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of a page: scores to 100, the largest paint in milliseconds, what it misses."""

    address: str
    scores: dict[str, int]
    lcp: float
    faults: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether it is as promised."""
        return self.lcp <= LATEST and all(score == 100 for score in self.scores.values())


def main(kinds: Sequence[str]) -> int:
    """Build, measure, print; `kinds` names the kinds of page to measure, all when there are none."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    there = {"node": shutil.which("node"), "chromium": chromium, "lighthouse": _installed()}
    if missing := [name for name, found in there.items() if not found]:
        print(HELP.format(missing=f"{' and '.join(missing)} cannot be found"), file=sys.stderr)
        return 1
    with socket() as probe:
        probe.bind((HOST, 0))
        port = int(probe.getsockname()[1])
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        site = build(Path(folder), port)
        with serve_site(site, port) as address:
            pages = {kind: [address + page for page in found] for kind, found in one_of_each(site, kinds)}
            excused = {address + page: audits for page, audits in excused_audits(site).items()}
            reports = measure(str(chromium), [page for found in pages.values() for page in found], excused)
            poor = [report.address for report in reports.values() if not report.good]
            again = [measure(str(chromium), poor, excused) for _ in range(2)] if poor else []
    reports |= {page: middle([reports[page], *(turn[page] for turn in again)]) for page in poor}
    print(table({kind: [reports[page] for page in found] for kind, found in pages.items()}))
    for report in reports.values():
        if not report.good:
            print(f"{report.address} {report.scores} {report.lcp:.0f} ms: {', '.join(report.faults)}")
    for kind in (unmeasured := sorted({*(kinds or kinds_of_page())} - {*pages})):
        print(f"no page of the kind {kind} was measured")
    return 0 if all(report.good for report in reports.values()) and not unmeasured else 1


def kinds_of_page() -> set[str]:
    """Every kind of page that a build makes, as `one_of_each` calls it."""
    templates = {template.stem for template in (CHECKOUT / "overrides/pages").glob("*.html")}
    return {NEWS_KIND, *templates} - BEHIND_A_LINK


def build(folder: Path, port: int) -> Path:
    """The checkout, built strictly for the address where it will be served."""
    site = folder / "site"
    settings = {
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": f"http://{HOST}:{port}/",
        "CATALOGUE": str(folder / "catalogue.json"),
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    subprocess.run(command, cwd=CHECKOUT, env={**os.environ, **settings}, check=True, capture_output=True)
    return site


def pages_of(site: Path) -> Iterator[tuple[str, str]]:
    """Each page of the built site: its address below the root, and its HTML."""
    for file in sorted(site.rglob("*.html")):
        place = file.relative_to(site).as_posix()
        yield place.removesuffix("index.html"), file.read_text(encoding="utf-8")


def one_of_each(site: Path, kinds: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The addresses, below the root, of the longest page of each kind in each language."""
    longest: dict[str, dict[str, tuple[int, str]]] = {}
    for address, html in pages_of(site):
        asked = Asked()
        asked.feed(html)
        kind = NEWS_KIND if NEWS_ITEM in html else asked.kind
        if kinds and kind not in kinds:
            continue
        language = html.partition('lang="')[2].partition('"')[0]
        known = longest.setdefault(kind, {}).get(language)
        if known is None or known[0] < len(html):
            longest[kind][language] = (len(html), address)
    for kind, found in sorted(longest.items()):
        yield kind, [address for _, address in found.values()]


def excused_audits(site: Path) -> dict[str, list[str]]:
    """The audits that a page is excused from, by its address below the root, where there are any."""
    found = {
        address: [audit for said, audit in EXCUSES.items() if said in html]
        for address, html in pages_of(site)
    }
    return {address: audits for address, audits in found.items() if audits}


def measure(chromium: str, addresses: Sequence[str], excused: Mapping[str, list[str]]) -> dict[str, Report]:
    """A report of each address; says on standard error which one is under way. Raises RuntimeError.

    `excused` are the audits to leave out, by the address.
    """
    asked = {"chromium": chromium, "addresses": list(addresses), "excused": dict(excused)}
    task = json.dumps(asked)
    command = ["node", str(FOLDER / "measure.mjs")]
    reports = {}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=FOLDER
    ) as node:
        assert node.stdin is not None
        assert node.stdout is not None
        node.stdin.write(task)
        node.stdin.close()
        for line in node.stdout:
            said = json.loads(line)
            if said["error"] or said["lcp"] is None:
                raise RuntimeError(f"{said['address']}: {said['error'] or 'nothing was painted'}")
            report = Report(said["address"], said["scores"], said["lcp"], tuple(said["faults"]))
            print(
                report.address, *report.scores.values(), f"{report.lcp:.0f} ms", file=sys.stderr, flush=True
            )
            reports[report.address] = report
    if len(reports) != len(addresses):
        raise RuntimeError("Lighthouse ended before the last page")
    return reports


def middle(reports: Sequence[Report]) -> Report:
    """The median of several reports of one page, figure by figure, and what they miss."""
    scores = {name: int(median(report.scores[name] for report in reports)) for name in reports[0].scores}
    faults = dict.fromkeys(fault for report in reports for fault in report.faults)
    return Report(reports[0].address, scores, median(report.lcp for report in reports), tuple(faults))


def table(pages: dict[str, list[Report]]) -> str:
    """A row of Markdown for each kind of page: the lowest score and the latest paint of its languages."""
    lines = [f"| kind | {' | '.join(CATEGORIES.values())} | largest paint, s |", "|---" * 6 + "|"]
    for kind, reports in pages.items():
        scores = (str(min(report.scores[name] for report in reports)) for name in CATEGORIES)
        lines.append(
            f"| {kind} | {' | '.join(scores)} | {max(report.lcp for report in reports) / 1000:.2f} |"
        )
    return "\n".join(lines)


def _installed() -> bool:
    return (FOLDER / "node_modules" / "lighthouse").is_dir()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
