/* line_test.c - the line editor, observed through a small terminal that the test plays. */
#include <check.h>
#include <line/line.h>
#include <stdlib.h>
#include <string.h>

/* The terminal: one line of cells and a cursor; it understands what the editor may send and fails on anything else. */
static struct { char cell[512]; uint32_t cursor, bells; } screen;
static struct line line;

static void screen_byte(char c)
{
    if (c == '\r') screen.cursor = 0;
    else if (c == '\b') { ck_assert_uint_gt(screen.cursor, 0); screen.cursor--; }
    else if (c == '\a') screen.bells++;
    else if (c == '\n') { memset(screen.cell, 0, sizeof screen.cell); screen.cursor = 0; }
    else { ck_assert(c >= 0x20 && c < 0x7f); screen.cell[screen.cursor++] = c; }
}
static void screen_put(void *context, const char *bytes, uint32_t count)
{
    (void)context;
    if (count == 3 && memcmp(bytes, "\033[K", 3) == 0) {
        memset(screen.cell + screen.cursor, 0, sizeof screen.cell - screen.cursor);
        return;
    }
    for (uint32_t i = 0; i < count; i++) screen_byte(bytes[i]);
}
static enum line_event type(const char *keys)
{
    enum line_event last = LINE_MORE;
    for (; *keys != 0; keys++) last = line_feed(&line, (uint8_t)*keys);
    return last;
}
static void begin(void)
{
    memset(&screen, 0, sizeof screen);
    line_setup(&line, "> ", screen_put, 0);
    line_begin(&line);
}
/* The text is as wanted, and the screen shows exactly the prompt, the text and the cursor. Trailing blanks do not show. */
static void expect(const char *text, uint32_t cursor)
{
    char want[512] = "> ";
    ck_assert_str_eq(line.text, text);
    ck_assert_uint_eq(line.length, strlen(text));
    ck_assert_uint_eq(line.cursor, cursor);
    strcat(want, text);
    size_t shown = strlen(screen.cell);
    while (shown > strlen(want) && screen.cell[shown - 1] == ' ') shown--;
    ck_assert_uint_eq(shown, strlen(want));
    ck_assert_int_eq(memcmp(screen.cell, want, shown), 0);
    ck_assert_uint_eq(screen.cursor, cursor + 2);
}

static const struct { const char *keys, *text; uint32_t cursor; } CASE[] = {
    {"hello", "hello", 5},
    {"helo\033[Dl", "hello", 4},              /* left, insert */
    {"abc\033[D\033[D\033[D\033[DX", "Xabc", 1}, /* left stops at the beginning */
    {"abc\033[H\033[C\033[C\033[C\033[CX", "abcX", 4}, /* right stops at the end */
    {"abc\1X\5Y", "XabcY", 5},                /* Ctrl-A, Ctrl-E */
    {"abc\033OHX\033OFY", "XabcY", 5},        /* application mode */
    {"abc\033[1~X\033[4~Y", "XabcY", 5},
    {"abc\033[7~X\033[8~Y", "XabcY", 5},
    {"abc\177", "ab", 2},
    {"abc\b\b\b\b\b", "", 0},
    {"abc\033[D\177", "ac", 1},
    {"abc\1\033[3~", "bc", 0},                /* Delete */
    {"abc\033[3~", "abc", 3},
    {"abc\1\4", "bc", 0},                     /* Ctrl-D deletes inside a line */
    {"abcdef\2\2\13", "abcd", 4},             /* Ctrl-B, Ctrl-K */
    {"abcdef\2\2\25", "ef", 0},               /* Ctrl-U */
    {"one two  \27", "one ", 4},              /* Ctrl-W with blanks */
    {"one two\27\27", "", 0},
    {"one two\2\2\2\27", "two", 0},
    {"a\033[200~b", "ab", 2},                 /* unknown sequences vanish */
    {"a\033[1;5Cb", "ab", 2},
    {"a\033[99999999999~b", "ab", 2},
    {"a\033xb", "ab", 2},
    {"a\033[\033[Db", "ba", 1},               /* ESC starts over */
    {"a\tb\1\6X", "aXb", 2},                  /* other control characters do nothing; Ctrl-F moves right */
    {"a\200\377b", "ab", 2},                  /* no bytes above ASCII */
    {"abc\2\14", "abc", 2},                   /* Ctrl-L */
};
START_TEST(keys_edit)
{
    begin();
    ck_assert_int_eq(type(CASE[_i].keys), LINE_MORE);
    expect(CASE[_i].text, CASE[_i].cursor);
}
END_TEST

static void enter(const char *text)
{
    ck_assert_int_eq(type(text), LINE_MORE);
    ck_assert_int_eq(line_feed(&line, '\r'), LINE_DONE);
    ck_assert_str_eq(line.text, text);
    memset(&screen, 0, sizeof screen);
    line_begin(&line);
}

START_TEST(events_are_told)
{
    begin();
    ck_assert_int_eq(type("abc\r"), LINE_DONE);
    ck_assert_str_eq(line.text, "abc");
    line_begin(&line);
    ck_assert_int_eq(line_feed(&line, '\n'), LINE_MORE); /* CR LF is one Enter */
    ck_assert_int_eq(line_feed(&line, '\n'), LINE_DONE);
    line_begin(&line);
    ck_assert_int_eq(type("abc\3"), LINE_INTERRUPT);
    ck_assert_uint_eq(line.length, 0);
    line_begin(&line);
    ck_assert_int_eq(type("\4"), LINE_END);
    ck_assert_int_eq(type("a\4"), LINE_MORE);
}
END_TEST

START_TEST(history_is_walked)
{
    begin();
    enter("first"); enter("second"); enter("second"); enter("");
    type("draft");
    type("\033[A"); expect("second", 6);
    type("\033[A"); expect("first", 5);
    type("\033[A"); expect("first", 5);
    type("\033[B"); expect("second", 6);
    type("\033[B"); expect("draft", 5);
    type("\033[B"); expect("draft", 5);
    type("\20\20\16"); expect("second", 6);
    type("X"); expect("secondX", 7);
}
END_TEST

START_TEST(history_forgets_the_oldest)
{
    char text[8] = "line a";
    begin();
    for (int i = 0; i < LINE_HISTORY + 4; i++) { text[5] = (char)('a' + i); enter(text); }
    for (int i = 0; i < LINE_HISTORY + 9; i++) type("\033[A");
    text[5] = 'a' + 4;
    expect(text, 6);
}
END_TEST

START_TEST(full_line_refuses_with_a_bell)
{
    begin();
    for (int i = 0; i < LINE_BYTES + 20; i++) line_feed(&line, 'x');
    ck_assert_uint_eq(line.length, LINE_BYTES - 1);
    ck_assert_uint_eq(screen.bells, 21);
    type("\177\1y");
    ck_assert_uint_eq(line.length, LINE_BYTES - 1);
    ck_assert_int_eq(line.text[0], 'y');
}
END_TEST

START_TEST(random_keys_keep_the_invariant)
{
    srand(1);
    begin();
    for (int i = 0; i < 200000; i++) {
        uint8_t key = (uint8_t)(rand() % 4 == 0 ? "\033[ABCDO~3"[rand() % 9] : rand());
        enum line_event event = line_feed(&line, key);
        ck_assert(line.length < LINE_BYTES && line.cursor <= line.length && line.text[line.length] == 0);
        ck_assert_uint_eq(strlen(line.text), line.length);
        if (event != LINE_MORE) { memset(&screen, 0, sizeof screen); line_begin(&line); }
    }
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("line");
    tcase_set_timeout(c, 60);
    tcase_add_loop_test(c, keys_edit, 0, (int)(sizeof CASE / sizeof CASE[0]));
    tcase_add_test(c, events_are_told);
    tcase_add_test(c, history_is_walked);
    tcase_add_test(c, history_forgets_the_oldest);
    tcase_add_test(c, full_line_refuses_with_a_bell);
    tcase_add_test(c, random_keys_keep_the_invariant);
    Suite *s = suite_create("line");
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
