# bilan: a document compiler for collective-impact programmes.
# `make help` lists what can be asked.
PREFIX  ?= /usr/local
DESTDIR ?=
CC      ?= cc
MODE    ?= release

PACKAGES := xlsxwriter libcmark yaml-0.1 harfbuzz harfbuzz-subset libdeflate libcrypto spng libjpeg libzip expat jansson libgit2 zlib
VERSION  := 0.1.0

WARN  := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings
MODE_release := -O2 -g
# Of clang's DWARF 5 valgrind reads nothing on Debian 12.
MODE_debug   := -O0 -g -gdwarf-4
MODE_asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
MODE_cover   := -O0 -g --coverage -DBILAN_COVER
MODE_fuzz    := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
FLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64 $(WARN) $(MODE_$(MODE)) -pthread -Isrc -DBILAN_VERSION='"$(VERSION)"' \
         -DBILAN_SHARE='"$(PREFIX)/share/bilan"'

# libharu, libcsv, libunistring and libhyphen have no pkg-config file on Debian 12.

# On Debian 13 libxlsxwriter brings minizip's folder, whose zip.h would hide libzip's.
PKG_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null | sed 's/-I[^ ]*minizip//g; s/-I/-isystem /g')
PKG_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lhpdf -lcsv -lunistring -lhyphen -lm

OUT     := build/$(MODE)
SOURCES := $(wildcard src/*.c src/*/*.c src/*/*/*.c)
# What HTML pages carry with them: their style and script, as bytes in C.
ASSETS  := $(patsubst src/%,$(OUT)/%.o,$(wildcard src/render/html/*.css src/render/html/*.js))
OBJECTS := $(SOURCES:src/%.c=$(OUT)/%.o) $(ASSETS)
LIBRARY := $(filter-out $(OUT)/main.o,$(OBJECTS))
PROGRAM := $(if $(filter release,$(MODE)),build/bilan,$(OUT)/bilan)
UNITS   := $(patsubst tests/unit/%.c,$(OUT)/unit/%,$(wildcard tests/unit/*.c))

.PHONY: all
all: deps-check $(PROGRAM) ## build the program

$(PROGRAM): $(OUT)/main.o $(OUT)/libbilan.a
	@mkdir -p $(@D)
	$(CC) $(MODE_$(MODE)) -pthread -o $@ $^ $(PKG_LIBS)

$(OUT)/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(PKG_CFLAGS) -MMD -MP -c -o $@ $<

# document.css becomes `const unsigned char document_css[]`, without what only people need.
SQUEEZE.css := awk -f src/render/html/squeeze.awk
SQUEEZE.js := sed 's/^ *//; /^\/\*.*\*\/$$/d; /^$$/d'
$(ASSETS:.o=.c): $(OUT)/%.c: src/% src/render/html/squeeze.awk Makefile
	@mkdir -p $(@D)
	@{ echo '#include "render/html/assets.h"'; echo 'const unsigned char $(subst .,_,$(notdir $*))[] = {'; \
	   $(SQUEEZE$(suffix $*)) $< | od -An -v -tu1 | sed 's/ *\([0-9]\{1,3\}\)/\1,/g'; echo '};'; \
	   echo 'const size_t $(subst .,_,$(notdir $*))_length = sizeof $(subst .,_,$(notdir $*));'; } > $@
$(ASSETS): %.o: %.c
	$(CC) $(FLAGS) -MMD -MP -c -o $@ $<

$(OUT)/libbilan.a: $(LIBRARY)
	@rm -f $@
	@ar rcs $@ $(LIBRARY)

$(OUT)/unit/%: tests/unit/%.c $(OUT)/libbilan.a
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(PKG_CFLAGS) -MMD -MP -MF $@.d -o $@ $< $(OUT)/libbilan.a $(PKG_LIBS) -lcmocka

-include $(OBJECTS:.o=.d) $(UNITS:=.d)

.PHONY: deps deps-check
deps: ## install the Debian packages that the build and the tests need
	@tests/deps build
deps-check:
	@pkg-config --exists $(PACKAGES) 2>/dev/null || { echo "Some libraries are missing: run 'make deps' first." >&2; exit 1; }

DUMP    := $(OUT)/tools/dump
OVERLAPS := $(OUT)/tools/overlaps
$(OUT)/tools/%: tests/tools/%.c $(OUT)/libbilan.a
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(PKG_CFLAGS) -MMD -MP -MF $@.d -o $@ $< $(OUT)/libbilan.a $(PKG_LIBS)

.PHONY: demo
demo: deps ## build the program and the deliverables of the sample programme into out/
	@$(MAKE) --no-print-directory all
	build/bilan build samples/jeunesse -o out
	@echo "Open:"; sed -n 's/.*"path":"\([^"]*\)".*/  out\/\1/p' out/manifest.json | head -3

# Under the sanitizers, the attacks on masks that run the same C are made once.
RUN = $(if $(filter asan,$(MODE)),BRIEF=1 )LSAN_OPTIONS=suppressions=$(CURDIR)/tests/lsan.supp:print_suppressions=0 PROGRAM=$(PROGRAM) DUMP=$(DUMP) OVERLAPS=$(OVERLAPS) UNITS="$(UNITS)" tests/run
.PHONY: test suite
test: ## build and pass the whole test suite (installs what it needs)
	@tests/deps test
	@$(MAKE) --no-print-directory suite
suite: all $(UNITS) $(DUMP) $(OVERLAPS) lint
	@$(RUN) unit golden e2e

.PHONY: accept
accept: all $(DUMP) ## rewrite the golden expectations: read `git diff` afterwards
	@PROGRAM=$(PROGRAM) DUMP=$(DUMP) tests/golden/run --accept

.PHONY: asan valgrind
asan: ## the suite under the address and undefined-behaviour sanitizers
	@tests/deps test
	@$(MAKE) --no-print-directory MODE=asan suite
valgrind: ## the sample programme under valgrind
	@tests/deps analyze
	@$(MAKE) --no-print-directory MODE=debug all
	@tests/valgrind build/debug/bilan

# Coverage-guided: bytes that nobody wrote, for FUZZ_SECONDS a target, from the goldens and samples. A finding is kept in build/fuzz/found.
FUZZ_SECONDS ?= 60
FUZZERS      := $(patsubst tests/fuzz/%.c,build/fuzz/targets/%,$(wildcard tests/fuzz/*.c))
.PHONY: fuzz fuzzers
fuzz: ## fuzz every reader, and whole small data repositories: FUZZ_SECONDS=60 for each target
	@tests/deps fuzz
	@$(MAKE) --no-print-directory MODE=fuzz CC='$(if $(filter clang%,$(CC)),$(CC),clang)' fuzzers
	@$(MAKE) --no-print-directory all
	@FUZZ_SECONDS=$(FUZZ_SECONDS) tests/fuzz/run
fuzzers: $(FUZZERS)
build/fuzz/targets/%: tests/fuzz/%.c $(OUT)/libbilan.a
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -fsanitize=fuzzer $(PKG_CFLAGS) -MMD -MP -MF $@.d -o $@ $< $(OUT)/libbilan.a $(PKG_LIBS)

.PHONY: analyze format FORCE
analyze: ## clang-tidy and cppcheck on the sources, mandoc on the manual
	@tests/deps analyze
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 --suppressions-list=tests/cppcheck.supp -Isrc src
	mandoc -Tlint -W warning docs/bilan.1
	@$(MAKE) --no-print-directory $(SOURCES:src/%=build/tidy/%)
build/tidy/%: src/% FORCE
	@mkdir -p $(@D)
	@clang-tidy --quiet $< -- $(FLAGS) $(PKG_CFLAGS) >$@.log 2>&1 || { cat $@.log; exit 1; }
format: ## set the sources in the style of .clang-format
	@tests/deps analyze
	clang-format -i $$(git ls-files '*.[ch]')

.PHONY: cover
cover: ## the lines and branches that the suite reaches
	@tests/deps test && tests/deps analyze
	@$(MAKE) --no-print-directory MODE=cover suite
	gcovr --root . --filter src/ --exclude-unreachable-branches --exclude-throw-branches build/cover

.PHONY: judges conformance workbooks browsers
judges: ## other people's programs on the outputs: veraPDF, LibreOffice, a browser with axe-core, the Nu checker
	@tests/deps judges
	@$(MAKE) --no-print-directory all
	@$(RUN) $(patsubst tests/%/run,%,$(wildcard tests/judges/*/run))
conformance: ## PDF/UA-1 and PDF/A-2a alone
	@tests/deps conformance
	@$(MAKE) --no-print-directory all
	@$(RUN) judges/pdf
workbooks: ## the workbooks in LibreOffice and openpyxl, the calendar and the feed in what reads them
	@tests/deps workbooks
	@$(MAKE) --no-print-directory all
	@$(RUN) judges/xlsx judges/site
browsers: ## the pages in a browser with axe-core, Lighthouse and the Nu checker: a sample of them, EVERY=1 takes all
	@tests/deps browsers
	@$(MAKE) --no-print-directory all
	@$(RUN) judges/html

.PHONY: bench
bench: ## what is measured, on this machine
	@tests/deps bench
	@$(MAKE) --no-print-directory all $(patsubst tests/bench/%.c,$(OUT)/bench/%,$(wildcard tests/bench/*.c))
	@tests/bench/run
$(OUT)/bench/%: tests/bench/%.c $(OUT)/libbilan.a
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(PKG_CFLAGS) -o $@ $< $(OUT)/libbilan.a $(PKG_LIBS)

.PHONY: install
install: all ## install under PREFIX (/usr/local), below DESTDIR
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/bilan
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/bilan
	cp -R templates $(DESTDIR)$(PREFIX)/share/bilan/
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 docs/bilan.1 $(DESTDIR)$(PREFIX)/share/man/man1/

.PHONY: uninstall
uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/bilan $(DESTDIR)$(PREFIX)/share/man/man1/bilan.1
	rm -rf $(DESTDIR)$(PREFIX)/share/bilan

.PHONY: unit
unit: $(UNITS) ## the unit tests alone
	@failed=0; for t in $(UNITS); do $$t 2>$$t.log >$$t.out || { failed=1; cat $$t.out $$t.log; }; done; exit $$failed

.PHONY: lint
lint: ## who opens whose door
	@tests/lint

.PHONY: clean
clean: ## remove what was built
	rm -rf build out/* 

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
