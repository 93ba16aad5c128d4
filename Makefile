# make demo, make test: everything else follows. Needs Python 3.11 or later and make; .venv is made when missing.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.installed
CORPUS ?= corpora

.PHONY: demo test lint format models floors bench fuzz growth hostile

demo: $(READY)
	$(BIN)/piagam extract $(wildcard $(CORPUS)/html $(CORPUS)/*/html) --format table
	@mkdir -p demo
	$(BIN)/piagam build demo/awards.db $(wildcard $(CORPUS)/html $(CORPUS)/*/html)
	$(BIN)/piagam report demo/awards.db -o demo/report.html
	@echo "Open demo/report.html in a browser."

test: lint $(READY)
	$(BIN)/pytest -n 2
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
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]'
	for target in $$($(BIN)/python -m tests.fuzz --list); do \
		echo "$$target"; $(BIN)/python -m tests.fuzz $$target --seconds $(SECONDS) || exit 1; done

growth: $(READY)
	$(BIN)/python -m tests.regex_growth

hostile: $(READY)
	$(BIN)/python -m tests.hostile

bench: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	$(BIN)/python -m tests.benchmarks --json docs/performance.json

# The stamp is as new as the last install, so that nothing is installed while pyproject.toml stays as it is.
$(READY): pyproject.toml
	@[ -x $(BIN)/pip ] || [ -n "$(PYTHON)" ] || { echo "Python 3.11 or later is needed"; exit 1; }
	[ -x $(BIN)/pip ] || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
