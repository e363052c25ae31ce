# Two commands matter: make demo, make test. Both set up what they need and nothing else.
# With uv they follow uv.lock; without it, a venv and pip with the same versions (requirements/).
.PHONY: demo test setup setup-dev lint fix requirements wheel bench soak clean

PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
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

EXPORT := uv export --quiet --locked --no-emit-project --no-header --no-annotate
requirements:  ## after a change of uv.lock: the same versions for those who have pip only
	$(EXPORT) --no-dev -o requirements/run.txt
	$(EXPORT) --only-group dev -o requirements/dev.txt

wheel: setup-dev  ## what people install without a clone
	$(BIN)/python -m hatchling build -t wheel

bench: setup-dev  ## speed and memory, as ratios against named baselines; writes benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks.run

soak: setup-dev  ## the long checks: fuzz, kills, load; writes benchmarks/SOAK.md
	$(BIN)/python -m benchmarks.soak

clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(d, ignore_errors=True) for d in ('.venv', 'demo', 'dist', '.pytest_cache')]"
