# Every target does its own set-up: a fresh machine needs only make and python3 >= 3.11.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help .venv demo run test soak bench lock clean

help:  ## what can be made
	@grep -hE '^[a-z.]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

.venv: .venv/installed  ## the virtual environment, versions and hashes as pinned

.venv/installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Tenkeys needs python3 3.11 or newer; this one is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@echo "Installing the pinned libraries into .venv (once, a minute or two) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --retries 10 --timeout 60 --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: .venv  ## the whole main job with 300 simulated residents; reports in demo-output/
	@$(BIN)/python -m rehearsal demo

run: .venv  ## the bot: with BOT_TOKEN on Telegram, without one in the sandbox, with a chat page
	@$(BIN)/python -m rehearsal run

test: .venv  ## all that CI runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 -q --durations=15

soak: .venv  ## the same tests with full counts of kills and random steps
	TENKEYS_SOAK=1 $(BIN)/pytest -n 2 -q --timeout=3600

bench: .venv  ## ratios against bare libraries
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.exports
	@$(BIN)/python -m benchmarks.kinds
	@$(BIN)/python -m benchmarks.rules

lock: .venv  ## pin anew (needs uv)
	uv pip compile -q pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.txt

clean:  ## forget the virtual environment and all caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis demo-output
