# tests/fuzz/fuzz.mk - build the fuzz targets with clang and run each for SECONDS. `make fuzz` calls it.
#
#   make fuzz SECONDS=600           every target
#   make fuzz TARGETS=fuzz_num      one of them
#
# What a target finds is left in build/fuzz/found; move it to tests/fuzz/found/ (NAME-what-was-wrong) with the fix:
# everything there is tried first, for ever.
SECONDS ?= 60
TARGETS ?= fuzz_form fuzz_load fuzz_num
FUZZ_CC ?= clang
OUT ?= build/fuzz
Q ?= @

SANITIZERS := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FLAGS := -std=c11 -O1 -g -D_GNU_SOURCE -Iinclude -DKOMPASS_VERSION='"fuzz"' -DKOMPASS_DATADIR='"/nowhere"' $(SANITIZERS)
LIBS ?= -lxlsxwriter -lminizip -lexpat -lz -lyaml -lgmp -lnettle -ljson-c -lm

SOURCES := $(filter-out src/cli/%,$(sort $(wildcard src/*/*.c)))
OBJECTS := $(SOURCES:src/%.c=$(OUT)/obj/%.o)

.PHONY: run build clean $(TARGETS:%=run-%)
.SECONDARY:
.DELETE_ON_ERROR:

run: $(TARGETS:%=run-%)
build: $(TARGETS:%=$(OUT)/%)

$(OUT)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(Q)$(FUZZ_CC) $(FLAGS) -fsanitize=fuzzer-no-link -MMD -MP -c -o $@ $<

$(OUT)/%: tests/fuzz/%.c $(OBJECTS)
	@mkdir -p $(@D)
	@echo "  LD    $@"
	$(Q)$(FUZZ_CC) $(FLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS)

-include $(OBJECTS:.o=.d)

# First what was found before, then the search. A rubric of the shipped size takes some milliseconds here; what takes
# seconds is a trap.
$(TARGETS:%=run-%): run-%: $(OUT)/%
	$(Q)tests/fuzz/seeds $* $(OUT)/seeds/$*
	$(Q)mkdir -p $(OUT)/corpus/$* $(OUT)/found
	@echo "  FUZZ  $* ($(SECONDS) s)"
	$(Q)set -- tests/fuzz/found/$*-*; [ ! -e "$$1" ] || $(OUT)/$* "$$@" 2>$(OUT)/$*.log || { tail -n 40 $(OUT)/$*.log; exit 1; }
	$(Q)$(OUT)/$* -max_total_time=$(SECONDS) -timeout=10 -rss_limit_mb=2048 -max_len=65536 -len_control=20 \
	    -print_final_stats=1 $(if $(filter fuzz_load,$*),-dict=tests/fuzz/kompass.dict) \
	    -artifact_prefix=$(OUT)/found/$*- $(OUT)/corpus/$* $(OUT)/seeds/$* 2>$(OUT)/$*.log || \
	    { tail -n 60 $(OUT)/$*.log; exit 1; }
	@grep -E 'number_of_executed_units|new_units_added|peak_rss' $(OUT)/$*.log | sed 's/^/        /'

clean:
	rm -rf $(OUT)
