"""How fast the functions are: a cold start beside Stripe's SDK alone, a POST beside a bare one of Werkzeug's.

Ratios within one run, each beside what it is held against, in turns: times on a shared machine drift.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from bench.process import BuildFailed, Run, measure
from yhdessa.catalogue import write_catalogue
from yhdessa.model import load_content
from yhdessa.pages.site import Site
from yhdessa.view.icons import load_icons

SITE_URL = "http://127.0.0.1:8000/"
STARTS = 15
#: How many times as long each may take as what it is held against.
PROMISED_STARTS = {"functions.app": 1.6, "functions.companies": 2.0}
PROMISED_POST = 3.0


@dataclass(frozen=True)
class Measured:
    """A ratio, what was promised of it, and the line that tells both."""

    ratio: float
    promised: float
    line: str

    @property
    def kept(self) -> bool:
        """Whether it is as good as promised."""
        return self.ratio <= self.promised


def functions_report(checkout: Path, work: Path) -> tuple[str, bool]:
    """Lines on the functions over the content of `checkout`, and whether all promises are kept."""
    environment = os.environ | host_environment(checkout, work)
    measured = [*_starts(checkout, environment), _post(checkout, environment)]
    return "\n".join(each.line for each in measured), all(each.kept for each in measured)


def host_environment(checkout: Path, work: Path) -> dict[str, str]:
    """What a host sets for the functions; the catalogue of the site's own content is written into `work`."""
    site = Site(load_content(checkout), SITE_URL, "assets/site.css")
    material = find_spec("material")
    if material is None or material.origin is None:
        raise BuildFailed("mkdocs-material is not installed")
    icons = load_icons(Path(material.origin).parent / "templates" / ".icons")
    write_catalogue(site.catalogue(icons), work / "catalogue.json")
    return {
        "SITE_URL": SITE_URL,
        "STRIPE_SECRET_KEY": "sk_test_bench",
        "STRIPE_WEBHOOK_SECRET": "whsec_bench",
        "STRIPE_API": "http://127.0.0.1:9",
        "CATALOGUE": str(work / "catalogue.json"),
        "TEMPLATES": str(checkout / "overrides"),
    }


def _starts(checkout: Path, environment: dict[str, str]) -> list[Measured]:
    """Fresh processes that import, the first round not counted: it warms the caches of files and bytecode."""
    imports = ["stripe", *PROMISED_STARTS]
    runs: dict[str, list[Run]] = {name: [] for name in imports}
    for turn in range(STARTS + 1):
        for name in imports if turn % 2 else imports[::-1]:
            runs[name].append(measure((sys.executable, "-c", f"import {name}"), checkout, environment))
    cpu = {name: median(run.cpu_seconds for run in done[1:]) for name, done in runs.items()}
    clock = {name: median(run.seconds for run in done[1:]) for name, done in runs.items()}
    return [
        Measured(
            ratio := cpu[name] / cpu["stripe"],
            promised,
            f"`import {name}` in a fresh process: {ratio:.2f} x `import stripe` alone "
            f"(cpu {cpu[name] * 1000:.0f} ms and {cpu['stripe'] * 1000:.0f} ms; by the clock "
            f"{clock[name] / clock['stripe']:.2f} x; promised {promised:g} x)",
        )
        for name, promised in PROMISED_STARTS.items()
    ]


def _post(checkout: Path, environment: dict[str, str]) -> Measured:
    command = [sys.executable, "-m", "bench.posts"]
    done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise BuildFailed(f"bench.posts failed:\n{done.stderr[-3000:]}")
    spent = json.loads(done.stdout.splitlines()[-1])
    ratio = spent["ours"] / spent["bare"]
    return Measured(
        ratio,
        PROMISED_POST,
        f"A gift's POST, Stripe stubbed: {ratio:.2f} x a bare form POST of Werkzeug's "
        f"({spent['ours'] * 1e6:.0f} µs and {spent['bare'] * 1e6:.0f} µs; promised {PROMISED_POST:g} x; "
        f"with the SDK's own work {spent['sdk'] * 1e6:.0f} µs)",
    )


def main() -> int:
    """`python -m bench.functions`: these lines alone."""
    checkout = Path(__file__).resolve().parent.parent
    work = checkout / "bench/.work"
    work.mkdir(parents=True, exist_ok=True)
    told, kept = functions_report(checkout, work)
    print(told)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
