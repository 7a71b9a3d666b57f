/* tests/unit/test_sha256.c - the examples of FIPS 180-4, and those of NIST's validation programme. */
#include "support.h"

#include <string.h>

#include "kompass/sha256.h"

static void the_published_vectors_hold(void **state)
{
    static const struct {
        int line;
        const char *message;
        size_t repeated;
        const char *digest;
    } rows[] = {
        {HERE, "", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {HERE, "abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {HERE, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {HERE,
         "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmno"
         "pqrst"
         "nopqrstu",
         1, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
        {HERE, "a", 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        char digest[KP_SHA256_TEXT];
        kp_buf_clear(&w->buf);
        kp_buf_repeat(&w->buf, rows[i].message, rows[i].repeated);
        kp_sha256(kp_buf_text(&w->buf), w->buf.length, digest);
        assert_text_at(rows[i].line, digest, rows[i].digest);
    }
}

static void bytes_of_any_value_are_hashed(void **state)
{
    static const unsigned char one[] = {0xBD}, four[] = {0xC9, 0x8C, 0x8E, 0x55};
    unsigned char zeros[1000] = {0};
    char digest[KP_SHA256_TEXT];

    (void)state;
    kp_sha256(one, sizeof(one), digest);
    assert_text(digest, "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b");
    kp_sha256(four, sizeof(four), digest);
    assert_text(digest, "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504");
    kp_sha256(zeros, 55, digest); /* the lengths around which the padding changes */
    assert_text(digest, "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7");
    kp_sha256(zeros, 56, digest);
    assert_text(digest, "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb");
    kp_sha256(zeros, 57, digest);
    assert_text(digest, "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785");
    kp_sha256(zeros, 64, digest);
    assert_text(digest, "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b");
    kp_sha256(zeros, sizeof(zeros), digest);
    assert_text(digest, "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53");
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_published_vectors_hold),
        TEST(bytes_of_any_value_are_hashed),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("sha256", tests, NULL, NULL) != 0;
}
