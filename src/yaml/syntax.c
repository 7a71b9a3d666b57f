#include "syntax.h"

#include <string.h>

#include "kompass/utf8.h"

/* libyaml says what it missed where it noticed ("could not find expected ':'", a line too late). Nearly all
 * such errors are one of a few slips; which one, the text around the place tells. */

typedef struct slip {
    kp_arena *arena;
    const kp_source *source;
    kp_sink *sink;
    const char *context;
    kp_place noticed, began; /* where it was noticed, and where that began which is broken */
} slip;

static kp_place place_of(const kp_source *source, yaml_mark_t mark)
{
    return (kp_place){source, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1, 1};
}

/* ---- the text around a place ---- */

/* A line cut at a column: what stands before, and what from there on. */
typedef struct cut_line {
    const char *before, *rest;
} cut_line;

static cut_line cut_at(const slip *s, kp_place at)
{
    size_t length, start = 0;
    const char *line = kp_source_line(s->source, at.line, &length);
    uint32_t code, column = 1;

    for (; column < at.column && start < length; column++) {
        size_t n = kp_utf8_decode(line + start, length - start, &code);
        start += n ? n : 1;
    }
    return (cut_line){kp_arena_strndup(s->arena, line, start),
                      kp_arena_strndup(s->arena, line + start, length - start)};
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t")] == '\0';
}

static bool begins_with_dash(const char *text)
{
    return text[0] == '-' && (text[1] == ' ' || text[1] == '\0');
}

static bool ends_with_quote(const char *text)
{
    size_t length = strlen(text);

    while (length && text[length - 1] == ' ')
        length--;
    return length && (text[length - 1] == '"' || text[length - 1] == '\'');
}

/* The place of "name:Eskilstuna", a key without a blank after its colon, in a line; line 0: there is none. */
static kp_place key_without_blank(const slip *s, uint32_t line)
{
    const char *names = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-\"'";
    const char *text = cut_at(s, (kp_place){s->source, line, 1, 1}).rest;
    size_t indent = strspn(text, " "), length;

    if (begins_with_dash(text + indent))
        indent += 1 + strspn(text + indent + 1, " ");
    length = strspn(text + indent, names);
    if (!length || text[indent + length] != ':' || strchr(" \t/", text[indent + length + 1]))
        return (kp_place){0};
    return (kp_place){s->source, line, (uint32_t)(indent + 1), (uint32_t)length + 1};
}

/* The nearest line above that is neither blank nor a comment; 0: there is none. */
static uint32_t line_above(const slip *s, uint32_t line)
{
    while (--line > 0) {
        const char *text = cut_at(s, (kp_place){s->source, line, 1, 1}).rest;
        text += strspn(text, " \t");
        if (*text && *text != '#')
            break;
    }
    return line;
}

/* ---- telling ---- */

static kp_diag *tell(const slip *s, kp_place at, kp_phrase_id phrase)
{
    return kp_report(s->sink, KP_D_SYNTAX, at, kp_phrase(s->sink, s->arena, phrase, NULL));
}

static void tell_with_note(const slip *s, kp_place at, kp_phrase_id phrase, kp_note_id note, kp_place note_at)
{
    kp_note(tell(s, at, phrase), note, note_at, NULL);
}

/* "could not find expected ':'": the line that should have been a key stands above the place. */
static bool no_colon(const slip *s)
{
    const char *text = cut_at(s, s->began).rest;
    kp_place key = key_without_blank(s, s->began.line);

    if (key.line)
        tell(s, key, KP_P_Y_NO_BLANK);
    else if (text[0] == '-' && !begins_with_dash(text))
        tell(s, s->began, KP_P_Y_NO_BLANK_AFTER_DASH);
    else
        tell(s, s->began, KP_P_Y_NO_COLON);
    return true;
}

/* "mapping values are not allowed in this context": a colon too many. */
static bool colon_too_many(const slip *s)
{
    cut_line line = cut_at(s, s->noticed);
    uint32_t above = line_above(s, s->noticed.line);
    kp_place key = above ? key_without_blank(s, above) : (kp_place){0};
    size_t indent = strspn(line.before, " ");

    if (strstr(line.before + indent, ": ")) {
        tell(s, s->noticed, KP_P_Y_COLON_IN_TEXT);
    } else if (key.line) {
        tell(s, key, KP_P_Y_NO_BLANK);
    } else if (indent) {
        kp_place start = {s->source, s->noticed.line, (uint32_t)indent + 1, 1};
        tell(s, start, KP_P_Y_TOO_FAR_IN);
    } else {
        return false;
    }
    return true;
}

/* "did not find expected key": something stands where only a key may. */
static bool no_key(const slip *s)
{
    cut_line line = cut_at(s, s->noticed);
    bool aligned = s->noticed.column == s->began.column;

    if (!is_blank(line.before)) {
        if (line.rest[0] == ']' || line.rest[0] == '}')
            tell(s, s->noticed, KP_P_Y_STRAY_BRACKET);
        else if (line.rest[0] == ':' && ends_with_quote(line.before))
            tell(s, s->noticed, KP_P_Y_NO_BLANK);
        else if (strpbrk(line.before, "\"'"))
            tell(s, s->noticed, KP_P_Y_AFTER_QUOTE);
        else
            return false;
    } else if (aligned && line.rest[0] == ':') {
        tell(s, s->noticed, KP_P_Y_NO_KEY);
    } else if (aligned && begins_with_dash(line.rest)) {
        tell_with_note(s, s->noticed, KP_P_Y_DASH_IN_MAP, KP_N_LINES_BEGIN, s->began);
    } else if (!aligned) {
        tell(s, s->noticed, KP_P_Y_OTHER_COLUMN);
    } else {
        return false;
    }
    return true;
}

static bool no_dash(const slip *s)
{
    tell_with_note(s, s->noticed, KP_P_Y_NO_DASH, KP_N_LIST_BEGINS, s->began);
    return true;
}

static bool list_on_key_line(const slip *s)
{
    tell(s, s->noticed, KP_P_Y_LIST_ON_KEY_LINE);
    return true;
}

static bool open_bracket(const slip *s, kp_phrase_id phrase)
{
    cut_line line = cut_at(s, s->noticed);

    if (s->noticed.line == s->began.line && line.rest[0] == ':')
        tell(s, s->noticed, KP_P_Y_COLON_IN_BRACKETS);
    else if (s->noticed.line == s->began.line)
        tell_with_note(s, s->noticed, phrase, KP_N_OPENED_HERE, s->began);
    else if (*line.before || *line.rest)
        tell_with_note(s, s->began, phrase, KP_N_SHOWS_HERE, s->noticed);
    else
        tell(s, s->began, phrase); /* it shows at the end of the file */
    return true;
}

static bool open_list(const slip *s)
{
    return open_bracket(s, KP_P_Y_OPEN_LIST);
}

static bool open_map(const slip *s)
{
    return open_bracket(s, KP_P_Y_OPEN_MAP);
}

static bool forbidden_start(const slip *s, kp_place at)
{
    const char one[2] = {cut_at(s, at).rest[0], '\0'};

    if (one[0] == '\t')
        tell(s, at, KP_P_Y_TAB);
    else
        kp_report(s->sink, KP_D_SYNTAX, at, kp_phrase(s->sink, s->arena, KP_P_Y_START, one));
    return true;
}

static bool no_token(const slip *s)
{
    return forbidden_start(s, s->noticed);
}

static bool no_name(const slip *s) /* of an anchor or alias: a text that begins with '&' or '*' */
{
    return forbidden_start(s, s->began);
}

static bool no_content(const slip *s)
{
    char found = cut_at(s, s->noticed).rest[0];

    if (found == ']' || found == '}')
        tell(s, s->noticed, KP_P_Y_STRAY_BRACKET);
    else if (found == ',' && strcmp(s->context, "while parsing a block node") == 0)
        return forbidden_start(s, s->noticed);
    else if (found == ',')
        tell(s, s->noticed, KP_P_Y_NO_ENTRY);
    else
        return false;
    return true;
}

static bool tab(const slip *s)
{
    tell(s, s->noticed, KP_P_Y_TAB);
    return true;
}

static bool open_quote(const slip *s)
{
    tell(s, s->began, KP_P_Y_OPEN_QUOTE);
    return true;
}

static bool escape(const slip *s)
{
    kp_place at = s->noticed;

    if (cut_at(s, at).rest[0] != '\\' && at.column > 2)
        at.column -= 2; /* noticed behind "\U" */
    tell(s, at, KP_P_Y_ESCAPE);
    return true;
}

static bool after_bar(const slip *s)
{
    if (!strchr("|>", cut_at(s, s->began).rest[0]))
        return false;
    tell(s, s->began, KP_P_Y_AFTER_BAR);
    return true;
}

static bool ended(const slip *s)
{
    tell(s, s->noticed, KP_P_Y_ENDED);
    return true;
}

/* Tells what a slip is; false where it cannot say. */
typedef bool slip_fn(const slip *s);

static const struct {
    const char *problem; /* as libyaml words it */
    slip_fn *tell;
} slips[] = {
    {"could not find expected ':'", no_colon},
    {"mapping values are not allowed in this context", colon_too_many},
    {"did not find expected key", no_key},
    {"did not find expected '-' indicator", no_dash},
    {"block sequence entries are not allowed in this context", list_on_key_line},
    {"did not find expected ',' or ']'", open_list},
    {"did not find expected ',' or '}'", open_map},
    {"found character that cannot start any token", no_token},
    {"did not find expected alphabetic or numeric character", no_name},
    {"did not find expected node content", no_content},
    {"found a tab character that violates indentation", tab},
    {"found a tab character where an indentation space is expected", tab},
    {"found unexpected end of stream", open_quote},
    {"found unexpected document indicator", open_quote},
    {"found unknown escape character", escape},
    {"did not find expected hexdecimal number", escape}, /* sic: "C:\Users" */
    {"found invalid Unicode character escape code", escape},
    {"did not find expected comment or line break", after_bar},
    {"did not find expected <document start>", ended},
};

void kp_yaml_report_syntax(kp_arena *arena, const kp_source *source, const yaml_parser_t *parser,
                           kp_sink *sink)
{
    const char *problem = parser->problem ? parser->problem : "unreadable";
    const char *context = parser->context ? parser->context : "";
    const slip s = {arena,
                    source,
                    sink,
                    context,
                    place_of(source, parser->problem_mark),
                    place_of(source, parser->context_mark)};
    kp_diag *diag;

    for (size_t i = 0; i < sizeof(slips) / sizeof(slips[0]); i++)
        if (strcmp(slips[i].problem, problem) == 0 && slips[i].tell(&s))
            return;
    diag = kp_report(sink, KP_D_SYNTAX, s.noticed, problem);
    if (*context)
        kp_note(diag, KP_N_CONTEXT, s.began, context);
}
