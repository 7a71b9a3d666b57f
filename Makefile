# kompass - build, test, install. `make help` lists the targets.
#
#   make                  build/kompass, optimised
#   make VARIANT=debug    build/debug/kompass; also: san (address + undefined), cov (coverage)
#   make demo | check     install what is missing (Debian), then do it

VERSION := 0.1.0

VARIANTS := release debug san cov
VARIANT ?= release
ifeq ($(filter $(VARIANT),$(VARIANTS)),)
$(error VARIANT is '$(VARIANT)'; choose one of $(VARIANTS))
endif

PREFIX ?= /usr/local
DESTDIR ?=
INSTALL ?= install
PYTHON ?= /usr/bin/python3
Q ?= @

# ---- where things go: the release build lies in build/ itself ----
OUT := build$(if $(filter release,$(VARIANT)),,/$(VARIANT))
OBJ := $(OUT)/obj
BIN := $(OUT)/kompass
DATADIR := $(PREFIX)/share/kompass

# ---- flags ----
FLAGS_release := -O2 -g -DNDEBUG
FLAGS_debug := -O0 -g3
FLAGS_san := -O1 -g3 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FLAGS_cov := -O0 -g3 --coverage

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
    -Wmissing-prototypes -Wold-style-definition -Wcast-qual -Wwrite-strings -Wundef -Wvla \
    -Wformat=2 -Wnull-dereference -Wdouble-promotion -Wimplicit-fallthrough
ifdef WERROR
WARNINGS += -Werror
endif

CFLAGS ?=
CPPFLAGS ?=
LDFLAGS ?=
ALL_CPPFLAGS = -D_XOPEN_SOURCE=700 -Iinclude -DKOMPASS_VERSION='"$(VERSION)"' $(DEFINES) $(CPPFLAGS)
ALL_CFLAGS = -std=c11 $(FLAGS_$(VARIANT)) $(WARNINGS) $(CFLAGS)
ALL_LDFLAGS = $(FLAGS_$(VARIANT)) $(LDFLAGS)

# -lxlsxwriter alone: its pkg-config file also asks for -lz, which its Debian package does not bring.
LIBS ?= -lxlsxwriter -lminizip -lexpat -lyaml -lgmp -lnettle -ljson-c -lm

# ---- files ----
SOURCES := $(sort $(wildcard src/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(OBJ)/%.o)
# Tests link everything but main().
LIBRARY := $(filter-out $(OBJ)/cli/main.o,$(OBJECTS))

UNIT_SOURCES := $(sort $(wildcard tests/unit/test_*.c))
UNIT_BINARIES := $(UNIT_SOURCES:tests/unit/%.c=$(OUT)/unit/%)
UNIT_SUPPORT := $(patsubst tests/unit/%.c,$(OBJ)/unit/%.o,$(filter-out $(UNIT_SOURCES),$(wildcard tests/unit/*.c)))

.PHONY: all demo check check-heavy unit install uninstall bench lint format pictures clean help dist fuzz \
    deps-build deps-check coverage
.DELETE_ON_ERROR:
.PRECIOUS: $(OBJ)/unit/%.o

all: $(BIN) $(if $(filter release,$(VARIANT)),$(OUT)/kompass.1 $(OUT)/kompass.bash)

# ---- building ----
$(BIN): $(OBJECTS)
	@echo "  LD    $@"
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

$(OBJ)/%.o: src/%.c $(OBJ)/flags
	@mkdir -p $(@D)
	@echo "  CC    $<"
	$(Q)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(OBJ)/unit/%.o: tests/unit/%.c $(OBJ)/flags
	@mkdir -p $(@D)
	@echo "  CC    $<"
	$(Q)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(OUT)/unit/%: $(OBJ)/unit/%.o $(UNIT_SUPPORT) $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  LD    $@"
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) -lcmocka

# Another compiler, other flags: everything is built again. Another PREFIX: the one file that knows where data lie.
$(OBJ)/flags: STAMP = $(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS)
$(OBJ)/datadir: STAMP = $(DATADIR)
$(OBJ)/flags $(OBJ)/datadir: FORCE
	@mkdir -p $(@D)
	@echo '$(STAMP)' | cmp -s - $@ || echo '$(STAMP)' > $@
.PHONY: FORCE

$(OBJ)/cli/library.o: $(OBJ)/datadir
$(OBJ)/cli/library.o: private DEFINES = -DKOMPASS_DATADIR='"$(DATADIR)"'

$(OUT)/kompass.1: $(BIN)
	$(Q)LC_ALL=C $(BIN) manual > $@

$(OUT)/kompass.bash: $(BIN)
	$(Q)LC_ALL=C $(BIN) completion > $@

-include $(OBJECTS:.o=.d) $(wildcard $(OBJ)/unit/*.d)

# ---- the two commands of the README ----
deps-build:
	$(Q)CC="$(CC)" .ci/deps build

deps-check: deps-build
	$(Q)CC="$(CC)" PYTHON="$(PYTHON)" .ci/deps check

demo: deps-build
	$(Q)$(MAKE) --no-print-directory all
	$(Q)$(BIN) export evaluations/eskilstuna-2011.yaml -o $(OUT)/eskilstuna-2011.xlsx

check: deps-check
	$(Q)$(MAKE) --no-print-directory all unit
	$(Q)OUT=$(OUT) VARIANT=$(VARIANT) KOMPASS=$(BIN) PYTHON=$(PYTHON) tests/run

unit: $(UNIT_BINARIES)

# The sanitizers, valgrind, both compilers, the linters: what CI adds to `make check`.
check-heavy: deps-check
	$(Q)PYTHON=$(PYTHON) tests/heavy

lint:
	$(Q)tests/lint/lint

format:
	clang-format -i $(SOURCES) $(wildcard include/kompass/*.h src/*/*.h tests/unit/*.[ch] tests/fuzz/*.c tests/bench/*.c)

bench: $(BIN)
	$(Q)KOMPASS=$(BIN) PYTHON=$(PYTHON) CC="$(CC)" OUT=$(OUT) tests/bench/bench

fuzz:
	$(Q)$(MAKE) --no-print-directory -f tests/fuzz/fuzz.mk

coverage:
	$(Q)$(MAKE) --no-print-directory VARIANT=cov check
	$(Q)tests/coverage

pictures: $(BIN)
	$(Q)KOMPASS=$(BIN) OUT=$(OUT) tests/office/pictures

# ---- installing ----
install: all
	$(INSTALL) -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(DATADIR)/rubrics/schema
	$(INSTALL) -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/kompass
	$(INSTALL) -m 644 $(OUT)/kompass.1 $(DESTDIR)$(PREFIX)/share/man/man1/kompass.1
	$(INSTALL) -m 644 $(OUT)/kompass.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/kompass
	$(INSTALL) -m 644 rubrics/*.yaml $(DESTDIR)$(DATADIR)/rubrics
	$(INSTALL) -m 644 rubrics/schema/*.json $(DESTDIR)$(DATADIR)/rubrics/schema

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/kompass $(DESTDIR)$(PREFIX)/share/man/man1/kompass.1 \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions/kompass
	rm -rf $(DESTDIR)$(DATADIR)

dist:
	git archive --format=tar.gz --prefix=kompass-$(VERSION)/ -o build/kompass-$(VERSION).tar.gz HEAD

clean:
	rm -rf build

help:
	@echo "make            build/kompass"
	@echo "make demo       Eskilstuna's score overview as a workbook"
	@echo "make check      all tests (installs what they lack)"
	@echo "make check-heavy  sanitizers, valgrind, both compilers, linters"
	@echo "make bench      timings and memory, medians of several runs"
	@echo "make pictures   each sheet as PNG (needs LibreOffice)"
	@echo "make lint | format | fuzz | coverage"
	@echo "make install | uninstall   DESTDIR=$(DESTDIR) PREFIX=$(PREFIX)"
	@echo "VARIANT=$(VARIANT)   one of: $(VARIANTS)"
