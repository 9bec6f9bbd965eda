# Workshop Capture. `make` alone lists what can be made; each target brings what it needs.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo run test every-test check soak mutants bench shots words pictures help-pages build smoke clean

bin := .venv/bin
needs := "$$(scripts/find-python)" scripts/system_needs.py
program := dist/capture-app/capture-app
sources := $(shell find capture_app resources -type f -not -name '*.pyc' 2>/dev/null)

# The tests start the program a hundred times; it is compiled once, whatever the shell says.
export PYTHONDONTWRITEBYTECODE :=

# Tests and pictures draw into memory, so no window opens and no display is needed.
offscreen := QT_QPA_PLATFORM=offscreen

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: .venv/ready ## Play the whole story on the example into demo/, made afresh, and open the window if there is a display
	@scripts/demo

run: .venv/ready ## Open Workshop Capture
	@$(bin)/capture-app

test: .venv/ready-to-test ## Check, and beside it run every test but the long campaigns
	@$(MAKE) --no-print-directory --jobs=2 check every-test

every-test: .venv/ready-to-test
	$(offscreen) $(bin)/python -m pytest -p scripts.no_skips -n 2 --dist worksteal -m "not soak"

check: .venv/ready ## Look at the code without running it: style, layout, types, import contracts
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/lint-imports --no-logo

soak: .venv/ready-to-test ## Run the long campaigns: 10,000 merges, 300 kills, mutated files, every state of every page
	$(offscreen) $(bin)/python -m pytest -n 2 -m soak --timeout 0 -o faulthandler_timeout=0
	CAPTURE_EXAMPLES=soak $(bin)/python -m pytest tests/store/test_merge_properties.py --timeout 0 -o faulthandler_timeout=0

mutants: .venv/ready-to-test ## Plant known bugs one by one and see that a test catches each
	$(offscreen) $(bin)/python -m tests.mutants

bench: .venv/ready-to-test ## Measure speed, each number beside its bound
	$(offscreen) $(bin)/python -m benchmarks

shots: .venv/ready-to-test ## Draw every page into shots/, light and dark, 1366x768 and text at 200 %
	$(offscreen) $(bin)/python -m tests.shots shots/

words: .venv/ready ## Collect the sentences to translate; LANGUAGE=ga begins a language
	$(bin)/python -m scripts.words $(LANGUAGE)

pictures: .venv/ready-to-test ## Draw the pictures of the guide anew, from the scenes of shots; then help-pages
	$(offscreen) $(bin)/python -m tests.shots.pictures

help-pages: .venv/ready ## Make the pages that Help opens from docs/guide
	$(bin)/python -m scripts.help_pages

build: $(program) ## Build the program that runs without Python, in dist/capture-app/

smoke: $(program) .venv/ready-to-test ## Start the built program, let it play the story, and see that all ends well
	CAPTURE_BUILT=$(program) $(offscreen) $(bin)/python -m pytest tests/e2e/test_built_program.py

clean: ## Remove what was built and cached; .venv stays
	rm -rf build dist demo shots .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find capture_app tests benchmarks scripts -type d -name __pycache__ -prune -exec rm -rf {} +

# What stands in .venv says what has been done; removing .venv starts over.

.venv/system-run .venv/system-test .venv/system-build: .venv/system-%: scripts/system_needs.py
	@$(needs) $*
	@mkdir -p .venv && touch $@

.venv/ready: pyproject.toml constraints.txt | .venv/system-run
	@echo "Making .venv and installing what constraints.txt pins; that takes a minute or two, once."
	"$$(scripts/find-python)" -m venv .venv
	$(bin)/pip install --quiet --disable-pip-version-check -c constraints.txt setuptools
	$(bin)/pip install --quiet --disable-pip-version-check -c constraints.txt --no-build-isolation -e '.[dev]'
	@touch $@

.venv/ready-to-test: .venv/system-test .venv/ready
	@touch $@

$(program): .venv/system-build .venv/ready build.spec $(sources)
	$(bin)/pyinstaller --noconfirm --log-level ERROR build.spec
	@touch $@
