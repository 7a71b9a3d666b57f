/* What is wrong with a file that libyaml cannot read, in words that help to mend it. */
#ifndef KOMPASS_YAML_SYNTAX_H
#define KOMPASS_YAML_SYNTAX_H

#include <yaml.h>

#include "kompass/arena.h"
#include "kompass/diag.h"

/** Report the error at which a parser stopped. It was given the source without its byte order mark. */
void kp_yaml_report_syntax(kp_arena *arena, const kp_source *source, const yaml_parser_t *parser,
                           kp_sink *sink);

#endif
