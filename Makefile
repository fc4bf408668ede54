# The work is in scripts/, which needs python3 alone.
PYTHON ?= python3

.PHONY: run test lock messages

run: ## The site with its worker, on http://127.0.0.1:8000 (PORT= changes it)
	@PORT=$(PORT) $(PYTHON) scripts/run_site.py

test: ## All tests: on SQLite, on PostgreSQL, in a browser
	@$(PYTHON) scripts/run_tests.py

lock: ## Pin the requirements anew
	@$(PYTHON) scripts/lock.py

messages: ## Gather the strings to translate into locale/, and compile what is translated
	@$(PYTHON) scripts/messages.py
