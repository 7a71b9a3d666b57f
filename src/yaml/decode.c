#include "kompass/decode.h"

#include <string.h>

kp_place kp_reader_place(const kp_reader *reader, const kp_ynode *node)
{
    return kp_ynode_place(reader->source, node);
}

static const char *phrase(const kp_reader *reader, kp_phrase_id id)
{
    return kp_phrase(reader->sink, reader->arena, id, NULL);
}

/* ---- ways out ---- */

static const char *name_list(kp_reader *reader, const char *const *names, size_t shown)
{
    const char *list = "";
    size_t count = 0;

    for (; count < shown && names[count]; count++)
        list = count ? kp_arena_printf(reader->arena, "%s, %s", list, names[count]) : names[0];
    for (size_t rest = 0; names[count]; count++) {
        rest++;
        if (!names[count + 1])
            list = kp_phrase(reader->sink, reader->arena, KP_P_AND_MORE, list,
                             kp_arena_printf(reader->arena, "%zu", rest));
    }
    return list;
}

const char *kp_name_list(kp_reader *reader, const char *const *names)
{
    return name_list(reader, names, 12);
}

const char *kp_hint(kp_reader *reader, const char *word, const char *const *names)
{
    const char *nearest;

    /* Nobody reads hints beyond the diagnostics that are shown, and a hostile file must not make us search.
     */
    if (kp_sink_is_full(reader->sink))
        return "";
    nearest = kp_nearest_name(word, names);
    return nearest ? kp_phrase(reader->sink, reader->arena, KP_P_DID_YOU_MEAN, nearest) : "";
}

static const char *const *field_names(kp_reader *reader, const kp_shape *shape)
{
    size_t count = 0;
    const char **names;

    while (shape->fields[count].name)
        count++;
    names = KP_NEW_ARRAY(reader->arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++)
        names[i] = shape->fields[i].name;
    return names;
}

/* Returns the name that was probably meant, or NULL. */
static const char *unknown_key(kp_reader *reader, const kp_shape *shape, const kp_ynode *key)
{
    const char *nearest = NULL, *hint = "";

    if (!kp_sink_is_full(reader->sink)) { /* see kp_hint() */
        const char *const *names = field_names(reader, shape);
        const bool glued = key->plain && strchr(key->text, ':'); /* {b:1} is one key to YAML */
        const char *word = key->text;
        if (glued)
            word = kp_arena_strndup(reader->arena, word, strcspn(word, ":"));
        nearest = kp_nearest_name(word, names);
        if (glued)
            hint = phrase(reader, KP_P_NO_BLANK_AFTER_COLON);
        else if (nearest)
            hint = kp_phrase(reader->sink, reader->arena, KP_P_DID_YOU_MEAN, nearest);
        else
            hint =
                kp_phrase(reader->sink, reader->arena, KP_P_POSSIBLE_ARE, name_list(reader, names, SIZE_MAX));
    }
    kp_report(reader->sink, KP_D_UNKNOWN_KEY, kp_reader_place(reader, key), key->text, hint);
    return nearest;
}

/* ---- wrong values ---- */

static const char *found_phrase(kp_reader *reader, const kp_ynode *node)
{
    if (node->kind == KP_YMAP)
        return phrase(reader, KP_P_A_MAP);
    if (node->kind == KP_YSEQ)
        return phrase(reader, KP_P_A_LIST);
    /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): what is left is a scalar, which has a text */
    if (strlen(node->text) <= 40 && !strchr(node->text, '\n'))
        return kp_arena_printf(reader->arena, "'%s'", node->text);
    return phrase(reader, KP_P_A_TEXT);
}

/* "'title'", or what an entry of a list is called. */
static const char *name_of(kp_reader *reader, const kp_ynode *key)
{
    return key ? kp_phrase(reader->sink, reader->arena, KP_P_THE_KEY,
                           kp_source_label(reader->source, key->text))
               : phrase(reader, KP_P_THE_ENTRY);
}

static void wrong_value(kp_reader *reader, const kp_ynode *key, const kp_ynode *value, const char *wanted)
{
    kp_report(reader->sink, KP_D_WRONG_TYPE, kp_reader_place(reader, value), name_of(reader, key), wanted,
              found_phrase(reader, value));
}

void kp_wrong_type(kp_reader *reader, const kp_ynode *key, const kp_ynode *value, kp_phrase_id wanted)
{
    if (value->kind == KP_YBAD)
        return; /* told already */
    if (kp_ynode_is_empty(value)) {
        kp_empty_value(reader, key, value, wanted);
        return;
    }
    wrong_value(reader, key, value, phrase(reader, wanted));
}

void kp_empty_value(kp_reader *reader, const kp_ynode *key, const kp_ynode *value, kp_phrase_id wanted)
{
    kp_report(reader->sink, KP_D_EMPTY_VALUE, kp_reader_place(reader, value), name_of(reader, key),
              phrase(reader, wanted));
}

void kp_not_a_number(kp_reader *reader, const kp_ynode *node, kp_decimal_error error)
{
    const char *hint = "";

    if (error == KP_DECIMAL_COMMA) {
        char *with_point = kp_arena_strdup(reader->arena, node->text);
        *strchr(with_point, ',') = '.';
        hint = kp_phrase(reader->sink, reader->arena, KP_P_WRITE_POINT, with_point);
    } else if (error == KP_DECIMAL_LEADING_ZERO) {
        hint = phrase(reader, KP_P_NO_LEADING_ZEROS);
    } else if (error == KP_DECIMAL_TOO_LONG) {
        hint = phrase(reader, KP_P_AT_MOST_18_DIGITS);
    } else {
        hint = kp_phrase(reader->sink, reader->arena, KP_P_DIGITS_ONLY, /* "80 %", "1 180" */
                         kp_source_digits(reader->arena, reader->source, "12.5"));
    }
    kp_report(reader->sink, KP_D_NOT_A_NUMBER, kp_reader_place(reader, node), node->text, hint);
}

/* A scalar's text; NULL, and a report, where the node is none. Empty ones count as not given. */
static const char *scalar(kp_reader *reader, kp_ynode *key, kp_ynode *value, kp_phrase_id wanted)
{
    if (value->kind != KP_YSCALAR) {
        kp_wrong_type(reader, key, value, wanted);
        return NULL;
    }
    return kp_ynode_is_empty(value) ? NULL : value->text;
}

/* ---- fields ---- */

static bool is_language(const char *tag)
{
    size_t letters = strspn(tag, "abcdefghijklmnopqrstuvwxyz");
    const char *rest = tag + letters;

    if (letters < 2 || letters > 3)
        return false;
    return *rest == '\0' ||
           (*rest == '-' && rest[1] &&
            rest[1 + strspn(rest + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")] ==
                '\0');
}

void kp_read_lang(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    const char *text = scalar(reader, key, value, KP_P_A_TEXT);

    (void)field;
    if (!text)
        return;
    if (is_language(text))
        *(const char **)target = text;
    else
        kp_report(reader->sink, KP_D_MALFORMED_LANGUAGE, kp_reader_place(reader, value), text);
}

static void read_languages(kp_reader *reader, kp_ynode *map, kp_text *target)
{
    kp_text_entry *entries = KP_NEW_ARRAY(reader->arena, map->count, kp_text_entry);
    uint32_t count = 0;

    for (kp_ynode *lang = map->first; lang; lang = lang->next) {
        if (lang->kind == KP_YBAD)
            continue;
        if (!is_language(lang->text)) {
            kp_report(reader->sink, KP_D_MALFORMED_LANGUAGE, kp_reader_place(reader, lang), lang->text);
            continue;
        }
        if (lang->value->kind != KP_YSCALAR || kp_ynode_is_empty(lang->value))
            kp_wrong_type(reader, lang, lang->value, KP_P_A_TEXT);
        else
            entries[count++] = (kp_text_entry){lang->text, lang->value->text};
    }
    *target = (kp_text){entries, count};
}

void kp_read_text(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_text_entry *entry;

    (void)field;
    if (value->kind == KP_YMAP) {
        if (value->count == 0)
            kp_wrong_type(reader, key, value, KP_P_A_TEXT_OR_LANGUAGES);
        read_languages(reader, value, target);
        return;
    }
    if (!scalar(reader, key, value, KP_P_A_TEXT_OR_LANGUAGES))
        return;
    entry = KP_NEW(reader->arena, kp_text_entry);
    entry->text = value->text;
    *(kp_text *)target = (kp_text){entry, 1};
}

void kp_read_string(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    const char *text = scalar(reader, key, value, KP_P_A_TEXT);

    (void)field;
    if (text)
        *(const char **)target = text;
}

void kp_read_placed(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_placed *placed = target;

    kp_read_string(reader, field, key, value, &placed->text);
    if (placed->text)
        placed->at = value;
}

void kp_read_nothing(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    (void)reader, (void)field, (void)key, (void)value, (void)target;
}

void kp_read_decimal(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    const char *text = scalar(reader, key, value, KP_P_A_NUMBER);
    kp_maybe_decimal *number = target;
    kp_decimal_error error;

    (void)field;
    if (!text && kp_ynode_is_empty(value))
        return;
    number->at = value; /* also of a number that is none: something stands here */
    if (!text)
        return;
    error = kp_decimal_parse(text, &number->value);
    if (error != KP_DECIMAL_OK)
        kp_not_a_number(reader, value, error);
    else
        number->given = true;
}

void kp_read_bool(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    const char *text = scalar(reader, key, value, KP_P_TRUE_OR_FALSE);

    (void)field;
    if (!text)
        return;
    if (strcmp(text, "true") == 0 || strcmp(text, "false") == 0)
        *(bool *)target = *text == 't';
    else
        kp_report(reader->sink, KP_D_NOT_A_BOOLEAN, kp_reader_place(reader, value), text);
}

static int two_digits(const char *text) /* -1 where there are none */
{
    if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
        return -1;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
        return 29;
    return days[month - 1];
}

bool kp_is_date(const char *text)
{
    size_t length = strlen(text);
    int century = length >= 4 ? two_digits(text) : -1, rest = century < 0 ? -1 : two_digits(text + 2);
    int month, day;

    if (century < 0 || rest < 0 || century + rest == 0)
        return false;
    if (length == 4)
        return true;
    month = length >= 7 && text[4] == '-' ? two_digits(text + 5) : -1;
    if (month < 1 || month > 12)
        return false;
    if (length == 7)
        return true;
    day = length == 10 && text[7] == '-' ? two_digits(text + 8) : -1;
    return day >= 1 && day <= days_in(century * 100 + rest, month);
}

void kp_read_date(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    const char *text = scalar(reader, key, value, KP_P_A_DATE);

    (void)field;
    if (!text)
        return;
    if (kp_is_date(text))
        *(const char **)target = text;
    else
        kp_report(reader->sink, KP_D_NOT_A_DATE, kp_reader_place(reader, value), text,
                  reader->source->sheets ? phrase(reader, KP_P_OR_EMPTY) : "");
}

void kp_read_year(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    const char *text = scalar(reader, key, value, KP_P_A_YEAR);

    (void)field;
    if (!text)
        return;
    if (strlen(text) == 4 && kp_is_date(text))
        *(int *)target = two_digits(text) * 100 + two_digits(text + 2);
    else
        kp_wrong_type(reader, key, value, KP_P_A_YEAR);
}

void kp_read_word(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    const char *text = value->kind == KP_YSCALAR ? value->text : NULL, *list = "";
    const kp_word *words = field->extra;

    if (kp_ynode_is_empty(value) || value->kind == KP_YBAD)
        return;
    for (const kp_word *w = words; w->word; w++) {
        if (text && strcmp(w->word, text) == 0) {
            *(int *)target = w->value;
            return;
        }
        list = *list ? kp_arena_printf(reader->arena, "%s, %s", list, w->word) : w->word;
    }
    if (text)
        kp_report(reader->sink, KP_D_UNKNOWN_WORD, kp_reader_place(reader, value), text, list);
    else
        wrong_value(reader, key, value, kp_phrase(reader->sink, reader->arena, KP_P_ONE_OF, list));
}

bool kp_read_items(kp_reader *reader, kp_ynode *key, kp_ynode *list, kp_item_fn *item, void *context)
{
    if (list->kind != KP_YSEQ) {
        if (!kp_ynode_is_empty(list))
            kp_wrong_type(reader, key, list, KP_P_A_LIST);
        return false;
    }
    for (kp_ynode *node = list->first; node; node = node->next)
        if (node->kind != KP_YBAD)
            item(reader, node, context);
    return true;
}

/* ---- maps ---- */

static const kp_field *field_of(const kp_shape *shape, const char *name, size_t *ret_index)
{
    for (size_t i = 0; shape->fields[i].name; i++) {
        if (*shape->fields[i].name == *name && strcmp(shape->fields[i].name, name) == 0) {
            *ret_index = i;
            return &shape->fields[i];
        }
    }
    return NULL;
}

static void report_missing(kp_reader *reader, const kp_shape *shape, const kp_ynode *map, uint64_t seen)
{
    for (size_t i = 0; shape->fields[i].name; i++)
        if ((shape->fields[i].flags & KP_REQUIRED) && !(seen & (uint64_t)1 << i))
            kp_report(reader->sink, KP_D_MISSING_KEY, kp_reader_place(reader, map), shape->fields[i].name,
                      phrase(reader, shape->what));
}

bool kp_read_map(kp_reader *reader, const kp_shape *shape, kp_ynode *key, kp_ynode *node, void *target)
{
    uint64_t seen = 0; /* no shape has more than 64 keys */

    if (node->kind != KP_YMAP) {
        kp_wrong_type(reader, key, node, KP_P_A_MAP);
        return false;
    }
    for (kp_ynode *k = node->first; k; k = k->next) {
        const kp_field *field;
        size_t index;
        if (k->kind == KP_YBAD)
            continue;
        field = field_of(shape, k->text, &index);
        if (!field) {
            const char *meant = unknown_key(reader, shape, k);
            field = meant ? field_of(shape, meant, &index) : NULL;
            if (!field || (seen & (uint64_t)1 << index))
                continue;
            k->value->kind = KP_YBAD; /* misspelt: then it is not missing, too */
        }
        seen |= (uint64_t)1 << index;
        if ((field->flags & KP_REQUIRED) && kp_ynode_is_empty(k->value))
            kp_empty_value(reader, k, k->value, field->wanted);
        else
            field->read(reader, field, k, k->value, (char *)target + field->offset);
    }
    report_missing(reader, shape, node, seen);
    return true;
}
