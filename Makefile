python := .venv/bin/python
bin := .venv/bin

.PHONY: help run test check bench translations clean venv

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' Makefile

run: venv ## install what is needed and serve the workshop on port 8501
	@$(python) scripts/install.py product
	@$(python) app.py

test: check ## install what the tests need and run everything
	@$(python) scripts/install.py tests
	@$(bin)/pytest -n auto --dist loadfile --no-loadscope-reorder

check: venv ## style, types, imports and the tests of the browser's files: the quick part
	@$(python) scripts/install.py checks
	@$(bin)/ruff check --quiet .
	@$(bin)/ruff format --check --quiet .
	@$(bin)/mypy
	@$(bin)/lint-imports --no-logo
	@echo "types of the browser's files" && scripts/node node_modules/typescript/bin/tsc --project tsconfig.json
	@scripts/node --test "tests/js/**/*.test.js"

bench: venv ## measure the product beside the floors; writes build/bench.md
	@$(python) scripts/install.py bench
	@$(python) -m bench.run

translations: ## bring the catalogues up to date with the texts in the code
	@$(python) scripts/translations.py

clean: ## remove what was made, keep the data
	@rm -rf build node_modules .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

venv:
	@scripts/venv
