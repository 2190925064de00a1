# Each target sets itself up: the first makes .venv and installs, later ones start in seconds.
.PHONY: demo lab test audit bench build
.DEFAULT_GOAL := demo

# The first Python on this machine that TensorFlow has wheels for and that can make environments.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	2>/dev/null && echo $$python && break; done)
READY := .venv/ready
COURSE := .venv/bin/course

demo: $(READY)
	@$(COURSE) demo

lab: $(READY)
	@$(COURSE) lab

test: $(READY)
	@.venv/bin/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

audit: $(READY)
	@$(COURSE) audit

bench: $(READY)
	@.venv/bin/python -m bench

build: $(READY)
	@$(COURSE) build

$(READY): requirements.txt pyproject.toml
	@if [ -z "$(PYTHON)" ]; then \
		echo "error: Python 3.11, 3.12 or 3.13 with venv is needed; on Debian or Ubuntu: apt install python3-venv" >&2; \
		exit 1; \
	fi
	@echo "making .venv with $(PYTHON) and installing requirements.txt (a few minutes, once)"
	@$(PYTHON) -m venv .venv
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@$(COURSE) doctor
	@.venv/bin/python -m course.grading.jail.install
	@touch $(READY)
