/* elf_test.c - the loader's planning: one sound file, and one change for each error it can report. */
#include <check.h>
#include <elf/elf.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_BYTES = 0x3000, TEXT = 64, DATA = 64 + 56, STACK = 64 + 112 };
static uint8_t made[FILE_BYTES];

static void put(size_t at, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) made[at + (size_t)i] = (uint8_t)(value >> (8 * i));
}
static void put_segment(size_t at, uint32_t type, uint32_t rights, uint64_t offset, uint64_t address, uint64_t file,
                        uint64_t memory)
{
    put(at, type, 4); put(at + 4, rights, 4); put(at + 8, offset, 8); put(at + 16, address, 8);
    put(at + 32, file, 8); put(at + 40, memory, 8);
}
/* Two loadable segments (R-X, RW-) and a GNU_STACK note. */
static void make_sound(void)
{
    memset(made, 0, sizeof made);
    memcpy(made, "\177ELF\2\1\1", 7);
    put(16, 2, 2); put(18, ELF_X86_64, 2); put(24, 0x400010, 8); put(32, 64, 8); put(54, 56, 2); put(56, 3, 2);
    put_segment(TEXT, 1, ELF_READ | ELF_EXECUTE, 0x1000, 0x400000, 0x800, 0x800);
    put_segment(DATA, 1, ELF_READ | ELF_WRITE, 0x1800, 0x401800, 0x900, 0x2000);
    put_segment(STACK, 0x6474e551, 6, 0, 0, 0, 0);
}
static struct elf_plan plan;
static enum elf_error plan_made(size_t size)
{
    uint8_t *copy = malloc(size == 0 ? 1 : size);
    memcpy(copy, made, size);
    enum elf_error error = elf_plan(copy, size, ELF_X86_64, &plan);
    free(copy);
    return error;
}

START_TEST(sound_file_is_planned)
{
    make_sound();
    ck_assert_int_eq(plan_made(FILE_BYTES), ELF_OK);
    ck_assert_uint_eq(plan.entry, 0x400010);
    ck_assert_uint_eq(plan.count, 2);
    ck_assert_uint_eq(plan.pages, 1 + 3);
    ck_assert_ptr_eq(elf_segment_at(&plan, 0x400fff), &plan.segment[0]);
    ck_assert_ptr_eq(elf_segment_at(&plan, 0x401000), &plan.segment[1]);
    ck_assert_ptr_eq(elf_segment_at(&plan, 0x403fff), &plan.segment[1]);
    ck_assert_ptr_null(elf_segment_at(&plan, 0x404000));
    ck_assert_ptr_null(elf_segment_at(&plan, 0x3fffff));
}
END_TEST

START_TEST(page_slices_cover_exactly_the_file_bytes)
{
    uint64_t offset = 0, at = 0, sum = 0;
    make_sound();
    ck_assert_int_eq(plan_made(FILE_BYTES), ELF_OK);
    ck_assert_uint_eq(elf_page_slice(&plan.segment[1], 0x401000, &offset, &at), 0x800);
    ck_assert_uint_eq(offset, 0x1800);
    ck_assert_uint_eq(at, 0x800);
    ck_assert_uint_eq(elf_page_slice(&plan.segment[1], 0x402000, &offset, &at), 0x100);
    ck_assert_uint_eq(offset, 0x2000);
    ck_assert_uint_eq(at, 0);
    ck_assert_uint_eq(elf_page_slice(&plan.segment[1], 0x403000, &offset, &at), 0);
    for (uint64_t page = 0x401000; page < 0x404000; page += ELF_PAGE)
        sum += elf_page_slice(&plan.segment[1], page, &offset, &at);
    ck_assert_uint_eq(sum, plan.segment[1].file_bytes);
}
END_TEST

static const struct { size_t at; uint64_t value; int bytes; enum elf_error error; } CHANGE[] = {
    {0, 0x464c457e, 4, ELF_MAGIC},          {4, 1, 1, ELF_CLASS},
    {5, 2, 1, ELF_CLASS},                   {16, 3, 2, ELF_TYPE},
    {18, ELF_RISCV, 2, ELF_MACHINE},        {54, 32, 2, ELF_HEADERS},
    {56, 0, 2, ELF_HEADERS},                {56, ELF_HEADERS_MAX + 1, 2, ELF_HEADERS},
    {32, FILE_BYTES - 100, 8, ELF_TRUNCATED}, {32, UINT64_MAX - 8, 8, ELF_TRUNCATED},
    {STACK, 3, 4, ELF_DYNAMIC},             {STACK, 2, 4, ELF_DYNAMIC},
    {TEXT + 40, 0x7ff, 8, ELF_SIZES},       {TEXT + 32, UINT64_MAX, 8, ELF_SIZES},
    {TEXT + 8, 0x5000, 8, ELF_RANGE},       {TEXT + 8, UINT64_MAX - 0xfff, 8, ELF_RANGE},
    {TEXT + 8, FILE_BYTES - 0x700, 8, ELF_RANGE}, {TEXT + 16, 0x3ff000, 8, ELF_ADDRESS},
    {TEXT + 16, ELF_HIGH, 8, ELF_ADDRESS},  {TEXT + 40, ELF_HIGH, 8, ELF_ADDRESS},
    {TEXT + 40, UINT64_MAX, 8, ELF_ADDRESS}, {DATA + 16, 0x401801, 8, ELF_ALIGN},
    {TEXT + 40, 0x1001, 8, ELF_OVERLAP},    {DATA + 16, 0x400800, 8, ELF_OVERLAP},
    {TEXT + 16, 0x500000, 8, ELF_OVERLAP},  {TEXT + 4, 7, 4, ELF_WX},
    {DATA + 4, 3, 4, ELF_RIGHTS},           {DATA + 4, 2, 4, ELF_RIGHTS},
    {24, 0x400800, 8, ELF_ENTRY},           {24, 0x401810, 8, ELF_ENTRY},
    {24, 0, 8, ELF_ENTRY},                  {TEXT + 4, ELF_READ, 4, ELF_ENTRY},
};
START_TEST(each_error_is_named)
{
    make_sound();
    put(CHANGE[_i].at, CHANGE[_i].value, CHANGE[_i].bytes);
    ck_assert_str_eq(elf_error_name(plan_made(FILE_BYTES)), elf_error_name(CHANGE[_i].error));
}
END_TEST

START_TEST(segment_counts_are_bounded)
{
    make_sound();
    put(TEXT, 4, 4); put(DATA, 4, 4);
    ck_assert_int_eq(plan_made(FILE_BYTES), ELF_SEGMENTS);
    make_sound();
    put(56, 10, 2);
    for (size_t i = 0; i < 10; i++)
        put_segment(64 + 56 * i, 1, ELF_READ | ELF_EXECUTE, 0x1000, 0x400000 + 0x1000 * i, 0x800, 0x800);
    ck_assert_int_eq(plan_made(FILE_BYTES), ELF_SEGMENTS);
    put(56, 8, 2);
    ck_assert_int_eq(plan_made(FILE_BYTES), ELF_OK);
}
END_TEST

START_TEST(short_files_are_refused)
{
    make_sound();
    for (size_t size = 0; size < 0x2100; size += size < 300 ? 1 : 97) ck_assert_int_ne(plan_made(size), ELF_OK);
    ck_assert_int_eq(plan_made(0x2100), ELF_OK);
}
END_TEST

START_TEST(every_flipped_header_bit_keeps_the_promise)
{
    make_sound();
    for (size_t i = 0; i < 64 + 3 * 56; i++)
        for (int bit = 0; bit < 8; bit++) {
            made[i] ^= (uint8_t)(1 << bit);
            if (plan_made(FILE_BYTES) == ELF_OK)
                for (uint32_t k = 0; k < plan.count; k++) {
                    const struct elf_segment *s = &plan.segment[k];
                    ck_assert(s->address >= ELF_LOW && s->address + s->memory_bytes <= ELF_HIGH);
                    ck_assert(s->file_offset + s->file_bytes <= FILE_BYTES && s->file_bytes <= s->memory_bytes);
                    ck_assert(!(s->rights & ELF_WRITE) || !(s->rights & ELF_EXECUTE));
                }
            made[i] ^= (uint8_t)(1 << bit);
        }
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("elf");
    tcase_add_test(c, sound_file_is_planned);
    tcase_add_test(c, page_slices_cover_exactly_the_file_bytes);
    tcase_add_loop_test(c, each_error_is_named, 0, (int)(sizeof CHANGE / sizeof CHANGE[0]));
    tcase_add_test(c, segment_counts_are_bounded);
    tcase_add_test(c, short_files_are_refused);
    tcase_add_test(c, every_flipped_header_bit_keeps_the_promise);
    Suite *s = suite_create("elf");
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
