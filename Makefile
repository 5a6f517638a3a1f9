# `make run` starts Davy with its demo company; `make test` proves it. Needs only make and Python >= 3.11 with venv.
# What did not change is not done again: the stamps in .venv say what was installed from which lock.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check install
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

.PHONY: run leak ocr test lint bench soak web written lock clean

run: $(VENV)/self web
	@exec $(BIN)/davy serve --demo

# While `make run` runs: gas rises where somebody works in a tank, or else where somebody welds.
leak: $(VENV)/self
	@$(BIN)/davy simulate --scenario leak --at confined,hot

# Reading documents of people from pictures (the extra `ocr`): about 350 MB more.
ocr: $(VENV)/self
	@$(PIP) --require-hashes -r requirements-ocr.lock

test: $(VENV)/checks $(VENV)/self
	@$(BIN)/python -m tools.debian
	@$(BIN)/python hatch_build.py
	@DAVY_DEPTH=$${DAVY_DEPTH:-100} $(BIN)/python -m tools.suites lint test

soak: $(VENV)/checks $(VENV)/self
	@$(BIN)/python -m tools.debian
	@$(BIN)/python hatch_build.py
	@DAVY_DEPTH=10000 $(BIN)/python -m tools.suites lint test
	@PYTHONPATH=src $(BIN)/python -m tests.properties.phone_views 1000

lint: $(VENV)/checks $(VENV)/self
	@$(BIN)/python -m tools.suites lint

bench: $(VENV)/checks $(VENV)/self
	@$(BIN)/python -m bench
	@PYTHONPATH=src:. $(BIN)/python -m bench.opening
	@PYTHONPATH=src:. $(BIN)/python -m bench.tasks
	@PYTHONPATH=src:. $(BIN)/python -m bench.sensing
	@PYTHONPATH=src:. $(BIN)/python -m bench.sos

web: $(VENV)/self
	@$(BIN)/python hatch_build.py

# Whatever is written from code and data and kept beside it; tests compare.
written: $(VENV)/checks $(VENV)/self
	@for tool in openapi conformance reference checker_words; do $(BIN)/python -m tools.$$tool; done
	@$(BIN)/python -c 'import hatch_build as h; h.install_packages(h.ROOT / "web"); \
	  [h.npm("run", "-s", script) for script in ("contracts", "interface")]'

# After editing a requirements*.in; uv is needed only here. No index address may enter the lock files.
lock:
	@for name in requirements-build requirements requirements-ocr requirements-dev; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' -o $$name.lock $$name.in; \
	done

clean:
	rm -rf $(VENV) web/node_modules web/dist web/.vite src/davy/static/web

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'davy: Python 3.11 or newer is needed; make PYTHON=/path/to/python3.11 run' >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo 'davy: this Python has no venv; as root: apt-get install -y python3-venv' >&2; exit 2; }
	@echo 'davy: making $(VENV)'
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/runtime: requirements.lock requirements-build.lock | $(VENV)/python
	@echo 'davy: installing Python packages (first time about a minute)'
	@$(PIP) --require-hashes -r requirements.lock -r requirements-build.lock
	@touch $@

$(VENV)/checks: requirements-dev.lock | $(VENV)/python
	@echo 'davy: installing the tools that check Davy (first time about two minutes)'
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

# Editable: the checkout itself runs. The web is built by its own step, which says what it does.
$(VENV)/self: pyproject.toml hatch_build.py requirements.in | $(VENV)/runtime
	@DAVY_SKIP_WEB=1 $(PIP) --no-deps --no-build-isolation --editable .
	@touch $@
