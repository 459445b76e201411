"""How fast the functions are: a cold start beside Stripe's SDK alone, a POST beside a bare one of Werkzeug's.

Ratios within one run, each beside what it is held against, in turns: times on a shared machine drift.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
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
PROMISED_START, PROMISED_POST = 1.6, 3.0


def functions_report(checkout: Path, work: Path) -> tuple[str, bool]:
    """Two lines on the functions over the content of `checkout`, and whether both promises are kept."""
    environment = os.environ | host_environment(checkout, work)
    start, start_line = _start(checkout, environment)
    post, post_line = _post(checkout, environment)
    kept = start <= PROMISED_START and post <= PROMISED_POST
    return f"{start_line}\n{post_line}", kept


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


def _start(checkout: Path, environment: dict[str, str]) -> tuple[float, str]:
    """Fresh processes that import, the first round not counted: it warms the caches of files and bytecode."""
    imports = {"stripe": "import stripe", "ours": "import functions.app"}
    runs: dict[str, list[Run]] = {name: [] for name in imports}
    for turn in range(STARTS + 1):
        for name in list(imports) if turn % 2 else list(imports)[::-1]:
            command = (sys.executable, "-c", imports[name])
            runs[name].append(measure(command, checkout, environment))
    cpu = {name: median(run.cpu_seconds for run in done[1:]) for name, done in runs.items()}
    clock = {name: median(run.seconds for run in done[1:]) for name, done in runs.items()}
    ratio = cpu["ours"] / cpu["stripe"]
    return ratio, (
        f"`import functions.app` in a fresh process: {ratio:.2f} x `import stripe` alone "
        f"(cpu {cpu['ours'] * 1000:.0f} ms and {cpu['stripe'] * 1000:.0f} ms; by the clock "
        f"{clock['ours'] / clock['stripe']:.2f} x; promised {PROMISED_START:g} x)"
    )


def _post(checkout: Path, environment: dict[str, str]) -> tuple[float, str]:
    command = [sys.executable, "-m", "bench.posts"]
    done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise BuildFailed(f"bench.posts failed:\n{done.stderr[-3000:]}")
    spent = json.loads(done.stdout.splitlines()[-1])
    ratio = spent["ours"] / spent["bare"]
    return ratio, (
        f"A gift's POST, Stripe stubbed: {ratio:.2f} x a bare form POST of Werkzeug's "
        f"({spent['ours'] * 1e6:.0f} µs and {spent['bare'] * 1e6:.0f} µs; promised {PROMISED_POST:g} x; "
        f"with the SDK's own work {spent['sdk'] * 1e6:.0f} µs)"
    )


def main() -> int:
    """`python -m bench.functions`: these two lines alone."""
    checkout = Path(__file__).resolve().parent.parent
    work = checkout / "bench/.work"
    work.mkdir(parents=True, exist_ok=True)
    told, kept = functions_report(checkout, work)
    print(told)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
