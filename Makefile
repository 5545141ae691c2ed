# lctext: build, test, measure. `make` is all a newcomer needs.

PREFIX ?= /usr/local
DATA ?=
SWIFT ?= swift
BUILD := $(CURDIR)/.build
PYTHON ?= python3

ifeq ($(shell uname),Darwin)
# Homebrew keeps its ICU apart from the system's.
export PKG_CONFIG_PATH := $(shell brew --prefix icu4c 2>/dev/null)/lib/pkgconfig:$(PKG_CONFIG_PATH)
endif

.PHONY: all setup build test lint format install scoreboard held-out speed lexicons clean

all: build
	$(BUILD)/release/lctext digest seeds/

# The development files of ICU, SQLite and expat are what the system must have beside Swift.
setup:
	@if [ "$$(uname)" = Linux ] && { [ ! -e /usr/include/unicode/ubrk.h ] || [ ! -e /usr/include/sqlite3.h ] || [ ! -e /usr/include/expat.h ]; } \
	  && command -v apt-get >/dev/null; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -q && $$sudo apt-get install -q -y libicu-dev libsqlite3-dev libexpat1-dev; \
	elif [ "$$(uname)" = Darwin ]; then \
	  command -v brew >/dev/null || { echo "Please install Homebrew, or ICU, SQLite and expat, then run make again." >&2; exit 1; }; \
	  brew list icu4c >/dev/null 2>&1 || brew install icu4c; \
	elif ! pkg-config --exists icu-i18n sqlite3 expat 2>/dev/null && [ ! -e /usr/include/sqlite3.h ]; then \
	  echo "Please install the development files of ICU, SQLite and expat, then run make again." >&2; exit 1; \
	fi

build: setup
	$(SWIFT) build -c release --product lctext

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks

# One binary that needs no Swift on the machine it runs on, its manual page, and completions for three shells.
install: setup
	$(SWIFT) build -c release --scratch-path $(BUILD)/static --static-swift-stdlib --product lctext
	$(SWIFT) package --allow-writing-to-package-directory generate-manual --output-directory $(BUILD)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -s -m 755 $(BUILD)/static/release/lctext $(DESTDIR)$(PREFIX)/bin/lctext
	install -m 644 $(BUILD)/lctext.1 $(DESTDIR)$(PREFIX)/share/man/man1/lctext.1
	$(DESTDIR)$(PREFIX)/bin/lctext --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/lctext
	$(DESTDIR)$(PREFIX)/bin/lctext --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_lctext
	$(DESTDIR)$(PREFIX)/bin/lctext --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/lctext.fish

# lctext beside its peers on labelled data, in one run: make scoreboard DATA=../shared/data
scoreboard: build
	@test -n "$(DATA)" || { echo "usage: make scoreboard DATA=folder-of-labelled-data" >&2; exit 1; }
	@test $(BUILD)/peers/installed -nt Benchmarks/peers/requirements.txt || { $(PYTHON) -m venv $(BUILD)/peers && \
	  $(BUILD)/peers/bin/pip install --quiet -r Benchmarks/peers/requirements.txt && touch $(BUILD)/peers/installed; }
	@$(BUILD)/peers/bin/python Benchmarks/quality/scoreboard.py --lctext $(BUILD)/release/lctext --data $(DATA)

# What the words and tags that are learned from nine tenths of the People's Daily corpus are worth on the last tenth.
held-out: build
	@test -n "$(DATA)" || { echo "usage: make held-out DATA=folder-of-labelled-data" >&2; exit 1; }
	@test $(BUILD)/peers/installed -nt Benchmarks/peers/requirements.txt || { $(PYTHON) -m venv $(BUILD)/peers && \
	  $(BUILD)/peers/bin/pip install --quiet -r Benchmarks/peers/requirements.txt && touch $(BUILD)/peers/installed; }
	@mkdir -p $(BUILD)/held-out
	@$(BUILD)/release/lctext lexicon train --share 0.9 --news $(DATA)/words/pfr-1998-01.tagged.txt \
	  --msr $(DATA)/words/msr-tenth.txt --gsd $(DATA)/words/gsd-train.txt \
	  --words $(BUILD)/peers/lib/python3*/site-packages/jieba/dict.txt $(BUILD)/held-out 2>/dev/null

# Bytes a second of each stage.
speed: setup
	cd Benchmarks && $(SWIFT) package benchmark --no-progress --grouping benchmark

# The compiled lexicons from their tables.
lexicons: build
	$(BUILD)/release/lctext lexicon build lexicons/

clean:
	$(SWIFT) package clean
