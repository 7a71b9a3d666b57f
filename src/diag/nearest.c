#include "kompass/diag.h"

#include <string.h>

enum { LONGEST = 64 };

static size_t least(size_t a, size_t b, size_t c)
{
    size_t smaller = a < b ? a : b;

    return smaller < c ? smaller : c;
}

/* Optimal string alignment distance: insertions, deletions, substitutions, neighbours swapped.
 * (Damerau 1964; the bounded table needs three rows.) */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][LONGEST + 1] = {{0}};

    for (size_t j = 0; j <= b_length; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t *now = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            now[j] = least(last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < now[j])
                now[j] = before[j - 2] + 1;
        }
    }
    return rows[a_length % 3][b_length];
}

/* Letters that one word has and the other has not: each takes a slip. Cheaper to count than distance(). */
static size_t letters_apart(const char *a, const char *b)
{
    int surplus[256] = {0};
    size_t more = 0, fewer = 0;

    for (; *a; a++)
        surplus[(unsigned char)*a]++;
    for (; *b; b++)
        surplus[(unsigned char)*b]--;
    for (size_t i = 0; i < 256; i++) {
        more += surplus[i] > 0 ? (size_t)surplus[i] : 0;
        fewer += surplus[i] < 0 ? (size_t)-surplus[i] : 0;
    }
    return more > fewer ? more : fewer;
}

bool kp_is_near(const char *a, const char *b, size_t *ret_distance)
{
    size_t a_length = strlen(a), b_length = strlen(b), longer = a_length > b_length ? a_length : b_length, d;

    if (longer > LONGEST || longer == 0)
        return false;
    if (longer > 16 && letters_apart(a, b) > (longer + 2) / 3)
        return false;
    d = distance(a, a_length, b, b_length);
    if (d > (longer + 2) / 3 || d >= longer)
        return false;
    *ret_distance = d;
    return true;
}

const char *kp_nearest_name(const char *word, const char *const *names)
{
    const char *nearest = NULL;
    size_t best = 0, d;

    for (; *names; names++) {
        if (kp_is_near(word, *names, &d) && (!nearest || d < best)) {
            nearest = *names;
            best = d;
        }
    }
    return nearest;
}
