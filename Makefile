# Everything sets itself up: the first target that needs it makes .venv from requirements.lock.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
NU := tests/nu/node_modules/.package-lock.json
LIGHTHOUSE := bench/lighthouse/node_modules/.package-lock.json
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build check missing test proof test-stripe lint bench weight lighthouse screenshots lock clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

serve: $(READY) ## the site, the functions and a sandbox for payments at http://127.0.0.1:8000
	$(BIN)/mkdocs serve

build: $(READY) ## the site, strictly, into site/
	$(BIN)/mkdocs build --strict

check: $(READY) ## every problem of the content, with its file, line and remedy
	@$(BIN)/yhdessa check

missing: $(READY) ## what waits for a translator, a language at a time
	@$(BIN)/yhdessa missing

test: $(READY) $(NU) ## every test; BROWSER=no leaves the browser's out, VNU=no the HTML checker
	$(BIN)/python -m pytest

test-stripe: $(READY) ## the flows of payments against Stripe itself; STRIPE_TEST_KEY=sk_test_... names the account
	@$(BIN)/python -m pytest tests/stripe --stripe

lint: $(READY) ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY) ## our build beside plain Material's and Hugo's
	$(BIN)/python -m bench

weight: build ## what a page of each kind weighs over the wire
	@$(BIN)/python -m bench.weight

lighthouse: $(READY) $(LIGHTHOUSE) ## Lighthouse's scores of a page of each kind in each language
	@$(BIN)/python -m bench.lighthouse

screenshots: $(READY) ## a picture of each page type, narrow and wide, light and dark, into var/screenshots/
	$(BIN)/python -m tests.browser.screenshots

lock: $(READY) ## requirements.lock anew from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m uv pip compile --universal --generate-hashes --python-version 3.11 --all-extras --no-header \
	  --quiet --upgrade pyproject.toml --output-file requirements.lock

proof: $(READY) $(NU) ## the same tests at full size: every page, width and theme, and thousands of broken requests
	PROOF=yes $(BIN)/python -m pytest

clean: ## remove what was made, but not var/
	rm -rf .venv site site.next site.old

# Without npm, or without a network, there is no checker; its tests then fail, and say what to run.
$(NU): tests/nu/package-lock.json
	@if [ "$(VNU)" != no ] && command -v npm >/dev/null; then npm ci --silent --prefix tests/nu || true; fi

$(LIGHTHOUSE): bench/lighthouse/package-lock.json
	@if command -v npm >/dev/null; then npm ci --silent --prefix bench/lighthouse; fi

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'Python 3.11 or newer is needed; set PYTHON=python3.12 or the like'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo 'This Python cannot make environments. On Debian: apt install python3-venv'; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
