#include "read_internal.h"

#include <stdlib.h>
#include <string.h>

/* Styles, as far as they change what a number means: dates and percentages. */

typedef struct custom_format {
    unsigned long id;
    kp_look look;
} custom_format;

enum { MOST_CUSTOM = 1000, MOST_STYLES = 65536 };

typedef struct looks_reader {
    custom_format *custom;
    size_t custom_count;
    uint8_t *of_style;
    size_t style_count;
    bool in_cell_styles;
} looks_reader;

/* A format's code, but for what it quotes: "yyyy\-mm\-dd", "0.0%", "# ##0 \"dagar\"", "[Red]0". */
static kp_look look_of_code(const char *code)
{
    bool quoted = false;

    for (; *code; code++) {
        if (*code == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if ((*code == '\\' || *code == '_' || *code == '*') && code[1])
            code++;
        else if (*code == '[' && strchr(code, ']'))
            code = strchr(code, ']');
        else if (*code == '%')
            return KP_LOOKS_PERCENT;
        else if (strchr("yYdD", *code))
            return KP_LOOKS_DATE;
        else if (*code == ';')
            break;
    }
    return KP_LOOKS_PLAIN;
}

static kp_look look_of(const looks_reader *r, unsigned long id)
{
    if (id == 9 || id == 10)
        return KP_LOOKS_PERCENT;
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
        id == 57 || id == 58)
        return KP_LOOKS_DATE;
    for (size_t i = 0; i < r->custom_count; i++)
        if (r->custom[i].id == id)
            return r->custom[i].look;
    return KP_LOOKS_PLAIN;
}

static bool open_style(void *context, const char *name, const char **attributes)
{
    looks_reader *r = context;
    const char *id = kp_xml_attribute(attributes, "numFmtId");
    const char *code = kp_xml_attribute(attributes, "formatCode");

    if (strcmp(name, "cellXfs") == 0)
        r->in_cell_styles = true;
    else if (strcmp(name, "numFmt") == 0 && id && code && r->custom_count < MOST_CUSTOM)
        r->custom[r->custom_count++] = (custom_format){strtoul(id, NULL, 10), look_of_code(code)};
    else if (strcmp(name, "xf") == 0 && r->in_cell_styles && r->style_count < MOST_STYLES)
        r->of_style[r->style_count++] = (uint8_t)look_of(r, id ? strtoul(id, NULL, 10) : 0);
    return true;
}

static bool close_style(void *context, const char *name)
{
    looks_reader *r = context;

    if (strcmp(name, "cellXfs") == 0)
        r->in_cell_styles = false;
    return true;
}

bool kp_read_looks(kp_arena *arena, kp_package *package, const kp_part *part, kp_looks *ret,
                   kp_trouble *trouble)
{
    static const kp_xml_events events = {open_style, close_style, NULL};
    looks_reader r = {.custom = KP_NEW_ARRAY(arena, MOST_CUSTOM, custom_format),
                      .of_style = KP_NEW_ARRAY(arena, MOST_STYLES, uint8_t)};
    bool fine = kp_xml_read(package, part, &events, &r, trouble);

    *ret = (kp_looks){r.of_style, r.style_count};
    return fine;
}
