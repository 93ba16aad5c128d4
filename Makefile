# make demo, make test: everything else follows. Needs Python 3.11 or later and make; .venv is made when missing.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.installed
CORPUS ?= corpora
LOCKED := .ci/dev.lock
TOOLS := build/tools/bin
INSTALL := -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint format models floors bench lock audit sbom licences wheel wheel-check fuzz growth hostile

demo: $(READY)
	$(BIN)/piagam extract $(wildcard $(CORPUS)/html $(CORPUS)/*/html) --format table
	@mkdir -p demo
	$(BIN)/piagam build demo/awards.db $(wildcard $(CORPUS)/html $(CORPUS)/*/html)
	$(BIN)/piagam report demo/awards.db -o demo/report.html
	@echo "Open demo/report.html in a browser."

test: lint $(READY)
	$(BIN)/pytest -n 3
	@if [ -f corpora/floors.json ]; then $(BIN)/piagam evaluate corpora --floors corpora/floors.json; fi

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict

format: $(READY)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

models: $(READY)
	$(BIN)/python -m extractor.pipes.build models/id_piagam

floors: $(READY)
	$(BIN)/piagam evaluate corpora --floors corpora/floors.json --raise-floors

SECONDS ?= 60

fuzz: $(READY)
	$(BIN)/python $(INSTALL) -e '.[fuzz]'
	for target in $$($(BIN)/python -m tests.fuzz --list); do \
		echo "$$target"; $(BIN)/python -m tests.fuzz $$target --seconds $(SECONDS) || exit 1; done

growth: $(READY)
	$(BIN)/python -m tests.regex_growth

hostile: $(READY)
	$(BIN)/python -m tests.hostile

bench: $(READY)
	$(BIN)/python $(INSTALL) -e '.[bench]'
	$(BIN)/python -m tests.benchmarks --json docs/performance.json

# Supply chain: docs/supply-chain.md. LOCK= keeps the versions that are locked and adds what is missing.
LOCK ?= --upgrade
COMPILE = $(TOOLS)/uv pip compile --quiet $(LOCK) --universal --python-version 3.11 --generate-hashes \
	--no-build --custom-compile-command 'make lock'

lock: $(TOOLS)/.installed
	$(COMPILE) pyproject.toml --extra dev --group build -o .ci/dev.lock
	$(COMPILE) pyproject.toml --extra all -c .ci/dev.lock -o .ci/runtime.lock
	$(COMPILE) --group supply -o .ci/tools.lock

audit: $(TOOLS)/.installed
	@for lock in dev tools; do \
		$(TOOLS)/pip-audit --strict --require-hashes --disable-pip --no-deps --progress-spinner off -r .ci/$$lock.lock || { \
		echo "make audit: $$lock.lock has findings, or was not audited: pip-audit asks https://pypi.org/pypi"; exit 1; }; \
	done

sbom: $(TOOLS)/.installed
	$(TOOLS)/python -m tests.supply.sbom dist/piagam.cdx.json $(TOOLS)

licences: $(READY) $(TOOLS)/.installed
	$(BIN)/python -m tests.supply.licences

wheel: $(READY)
	$(BIN)/python -m tests.supply.wheel

wheel-check: $(READY)
	$(BIN)/python -m tests.supply.wheel --check

$(TOOLS)/.installed: .ci/tools.lock
	$(PYTHON) -m venv build/tools
	$(TOOLS)/python $(INSTALL) --require-hashes --only-binary :all: -r .ci/tools.lock
	@touch $@

# The stamp is as new as the last install, so that nothing is installed while these files stay as they are.
$(READY): pyproject.toml $(LOCKED)
	@[ -x $(BIN)/pip ] || [ -n "$(PYTHON)" ] || { echo "Python 3.11 or later is needed"; exit 1; }
	[ -x $(BIN)/pip ] || $(PYTHON) -m venv $(VENV)
	$(BIN)/python $(INSTALL) --require-hashes --only-binary :all: -r $(LOCKED)
	$(BIN)/python $(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@
