/* A first look at the bytes of a YAML file. */
#ifndef KOMPASS_YAML_SCAN_H
#define KOMPASS_YAML_SCAN_H

#include <stdbool.h>

#include "kompass/source.h"

struct kp_arena;
struct kp_sink;

/** Report every byte that no file of ours may hold, or that it is a workbook; false where there was such. */
bool kp_yaml_scan(struct kp_arena *arena, const kp_source *source, struct kp_sink *sink);

#endif
