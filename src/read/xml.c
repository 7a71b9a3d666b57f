#include "read_internal.h"

#include <string.h>

#include <expat.h>

/* Nothing outside the part is ever looked at: a document type, which alone could name something, is refused.
 */

/* A tag is kept until it ends, whatever it costs: no honest one is this long. */
enum { DEPTH = 100, LONGEST_TAG = 1024 * 1024 };

typedef struct xml_reader {
    const kp_xml_events *events;
    void *context;
    XML_Parser parser;
    const char *part;
    kp_trouble *trouble;
    unsigned depth;
    size_t given; /* bytes */
} xml_reader;

/* "x:row" is "row". Which namespace a prefix stands for is not looked up: within one part no two elements
 * differ in it alone, and the look-up takes a third of the time of a large sheet. */
static const char *local(const char *name)
{
    const char *colon = strrchr(name, ':');

    return colon ? colon + 1 : name;
}

const char *kp_xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(local(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}

static void stop(xml_reader *r)
{
    XML_StopParser(r->parser, XML_FALSE);
}

static void XMLCALL on_open(void *data, const XML_Char *name, const XML_Char **attributes)
{
    xml_reader *r = data;

    if (++r->depth > DEPTH) {
        kp_trouble_set(r->trouble, KP_IS_DAMAGED, r->part);
        stop(r);
    } else if (!r->events->open(r->context, local(name), attributes)) {
        stop(r);
    }
}

static void XMLCALL on_close(void *data, const XML_Char *name)
{
    xml_reader *r = data;

    r->depth--;
    if (!r->events->close(r->context, local(name)))
        stop(r);
}

static void XMLCALL on_text(void *data, const XML_Char *text, int length)
{
    xml_reader *r = data;

    if (!r->events->text(r->context, text, (size_t)length))
        stop(r);
}

static void XMLCALL on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public_id, int has_internal_subset)
{
    xml_reader *r = data;

    (void)name, (void)system, (void)public_id, (void)has_internal_subset;
    kp_trouble_set(r->trouble, KP_HAS_DOCTYPE, r->part);
    stop(r);
}

static bool parse(xml_reader *r, const char *bytes, size_t length, bool last)
{
    if (XML_Parse(r->parser, bytes, (int)length, last) == XML_STATUS_OK)
        return true;
    return kp_trouble_set(r->trouble, KP_IS_DAMAGED, r->part); /* unless an event said what it is */
}

static bool on_piece(void *context, const char *bytes, size_t length)
{
    xml_reader *r = context;

    if (!parse(r, bytes, length, false))
        return false;
    r->given += length;
    if ((XML_Index)r->given - XML_GetCurrentByteIndex(r->parser) > LONGEST_TAG)
        return kp_trouble_set(r->trouble, KP_IS_DAMAGED, r->part);
    return true;
}

bool kp_xml_read(kp_package *package, const kp_part *part, const kp_xml_events *events, void *context,
                 kp_trouble *trouble)
{
    xml_reader r = {.events = events, .context = context, .part = kp_part_name(part), .trouble = trouble};
    bool fine;

    r.parser = XML_ParserCreate(NULL);
    if (!r.parser)
        kp_out_of_memory();
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, on_open, on_close);
    if (events->text)
        XML_SetCharacterDataHandler(r.parser, on_text);
    XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
    fine = kp_package_unpack(package, part, on_piece, &r, trouble) && parse(&r, "", 0, true);
    XML_ParserFree(r.parser);
    return fine;
}
