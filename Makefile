# Two commands matter: make demo, make test. Both set up what they need and nothing else.
# With uv they follow uv.lock; without it, a venv and pip with the same versions (requirements/).
.PHONY: demo test setup setup-dev lint fix bench soak validate clean

PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null)
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
# uv must never fetch a Python: the one on the machine is used, whatever supported version it is.
export UV_PYTHON_DOWNLOADS = never
OPEN ?= $(if $(CI),--no-open,)

demo: setup  ## set up, then write and open the review of the sample crisis
	$(BIN)/rebond demo --out demo $(OPEN)

test: setup-dev  ## set up, then everything the CI checks
	$(BIN)/python -m pytest -n 2 --dist loadfile -q

setup:
	@$(PYTHON) tools/setup.py

setup-dev:
	@$(PYTHON) tools/setup.py --dev

lint: setup-dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

fix: setup-dev
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

bench: setup-dev  ## speed and memory, as ratios against named baselines; writes benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks.run

soak: setup-dev  ## the long checks: fuzz, kills, load; writes benchmarks/SOAK.md
	REBOND_SOAK=1 $(BIN)/python -m benchmarks.soak

clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(d, ignore_errors=True) for d in ('.venv', 'demo', '.pytest_cache')]"
