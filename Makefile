# make demo   richtet .venv ein, prüft das Beispielnetz und veröffentlicht es nach site/
# make test   alles, was auch die CI prüft
# make lock   schreibt neu fest, womit geprüft wird (.ci/*.txt)
# make clean  räumt weg, was make angelegt hat
#
# Gebraucht werden nur Python ab 3.11, pip und make. Ein anderes Python: make demo PYTHON=python3.13

PYTHON ?= python3
EXAMPLE := examples/wir-im-quartier
TODAY := 2026-11-22
# The example is a picture of one day, so the demo looks the same on every day.

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate

.PHONY: demo test lock clean
.DEFAULT_GOAL := demo

demo: .venv/ready-to-run
	@echo "Das Beispielnetz wird geprüft …"
	@$(BIN)/wiq check --root $(EXAMPLE) --today $(TODAY)
	@echo "Das Beispielnetz wird veröffentlicht …"
	@$(BIN)/wiq publish --root $(EXAMPLE) --today $(TODAY) --out site
	@echo
	@echo "Fertig. Öffne im Browser: $(CURDIR)/site/index.html"

# import-linter runs inside pytest (tests/test_architecture.py), so that a plain pytest finds a broken layer as well.
test: .venv/ready-to-test .venv/ready-to-edit
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

# The newest libraries that pyproject.toml allows, pinned by hash, and the oldest. Needs a network; run the tests afterwards.
lock: .venv/ready-to-test
	$(LOCK) pyproject.toml --group dev --upgrade --output-file .ci/dev.txt
	$(LOCK) pyproject.toml --resolution lowest-direct --upgrade --output-file .ci/smallest.txt

clean:
	rm -rf .venv site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "wiq braucht Python 3.11 oder neuer. Nenn es so: make PYTHON=python3.13"; exit 1; }
	@$(PYTHON) -m venv .venv || \
		{ echo "Python kann keine Umgebung anlegen. Unter Debian hilft: apt install python3-venv"; rm -rf .venv; exit 1; }

# Running takes what pyproject.toml allows. Testing takes the very files that are pinned in .ci, by their hashes.
# What the tests need includes what running needs, so the second stamp serves for both.
.venv/ready-to-run: pyproject.toml | .venv/bin/python
	@echo "wiq wird in .venv eingerichtet. Das dauert beim ersten Mal etwa eine Minute."
	@$(PIP) install --editable .
	@touch $@

# uv sets wiq up: what it writes to start it loads nothing else, where an older pip costs every call some milliseconds.
# The tests use no network: what pre-commit and an editor would fetch is put aside here, and the oldest libraries we allow.
.venv/ready-to-test: pyproject.toml .ci/dev.txt .ci/smallest.txt | .venv/bin/python
	@echo "wiq und seine Prüfwerkzeuge werden in .venv eingerichtet. Das dauert beim ersten Mal etwa eine Minute."
	@$(PIP) install --require-hashes --requirement .ci/dev.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@rm -rf .venv/wheels .venv/smallest
	@$(PIP) download --dest .venv/wheels --require-hashes --requirement .ci/dev.txt
	@$(PIP) install --target .venv/smallest --require-hashes --requirement .ci/smallest.txt
	@touch .venv/ready-to-run $@

# Without npm or without a network the tests that need an editor stand aside; the next run tries again.
.venv/ready-to-edit: tests/editor/package-lock.json .venv/ready-to-test
	@mkdir -p .venv/editor && cp tests/editor/package*.json .venv/editor/
	@if ! command -v npm >/dev/null; \
		then echo "npm fehlt. Die Tests mit einem Editor fallen hier aus. Unter Debian hilft: apt install nodejs npm"; \
	elif npm ci --prefix .venv/editor --ignore-scripts --no-audit --no-fund --fetch-retries=1 --loglevel=error; \
		then touch $@; \
		else echo "npm konnte den yaml-language-server nicht holen. Die Tests mit einem Editor fallen hier aus."; fi
