/* yaml_loop FILE... - what `score` is measured against: read each file into memory, take all of libyaml's
 * events from it and throw them away. Prints their number, so that nothing can be optimised away. */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

static unsigned char *read_file(const char *path, size_t *ret_length)
{
    FILE *file = fopen(path, "rb");
    unsigned char *bytes;
    long length;

    if (!file || fseek(file, 0, SEEK_END) != 0 || (length = ftell(file)) < 0 || fseek(file, 0, SEEK_SET) != 0)
        return NULL;
    bytes = malloc((size_t)length + 1);
    *ret_length = bytes ? fread(bytes, 1, (size_t)length, file) : 0;
    fclose(file);
    return bytes;
}

static long count_events(const unsigned char *bytes, size_t length)
{
    yaml_parser_t parser;
    yaml_event_t event;
    long count = 0;
    int done = 0;

    if (!yaml_parser_initialize(&parser))
        return -1;
    yaml_parser_set_input_string(&parser, bytes, length);
    while (!done) {
        if (!yaml_parser_parse(&parser, &event)) {
            count = -1;
            break;
        }
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        count++;
    }
    yaml_parser_delete(&parser);
    return count;
}

int main(int argc, char **argv)
{
    long events = 0;

    for (int i = 1; i < argc; i++) {
        size_t length;
        unsigned char *bytes = read_file(argv[i], &length);
        long count = bytes ? count_events(bytes, length) : -1;

        free(bytes);
        if (count < 0) {
            fprintf(stderr, "yaml_loop: cannot read %s\n", argv[i]);
            return 1;
        }
        events += count;
    }
    printf("%ld events\n", events);
    return 0;
}
