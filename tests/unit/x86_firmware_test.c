/* x86_firmware_test.c - ACPI, multiboot2 and PVH readers against sound tables, every damaged byte of them, and random damage.
 * Physical memory is a set of blobs of exact size, so that the address sanitizer sees every read behind a table's declared end;
 * elsewhere memory reads as zeros, as on a machine. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include "../../arch/x86_64/acpi.c"
#define entry_read madt_entry_read
#include "../../arch/x86_64/madt.c"
#undef entry_read
#define module_read multiboot2_module_read
#define map_read multiboot2_map_read
#include "../../arch/x86_64/multiboot2.c"
#undef module_read
#undef map_read
#include "../../arch/x86_64/pvh.c"

enum { BLOBS = 8, RSDP_AT = 0xf5000, RSDT_AT = 0x7fe0000, MADT_AT = 0x7fe1000, FADT_AT = 0x7fe2000, INFO_AT = 0x9000, MAP_AT = 0xa000, LIST_AT = 0xb000 };

static struct blob { uint64_t at, bytes; uint8_t *data; } blobs[BLOBS];
static uint8_t zeros[2 << 20];
static struct x86_firmware firmware;

const void *x86_physical(uint64_t start, uint64_t bytes)
{
    if (start == 0 || start >= 0x100000000 || bytes > 0x100000000 - start) return 0;
    for (int i = 0; i < BLOBS; i++)
        if (blobs[i].data != 0 && start >= blobs[i].at && start - blobs[i].at < blobs[i].bytes) return blobs[i].data + (start - blobs[i].at);
    return bytes <= sizeof zeros ? zeros : 0;
}
void x86_area_add(struct x86_firmware *f, uint64_t start, uint64_t bytes, uint32_t type)
{
    if (f->areas < X86_AREAS) f->area[f->areas++] = (struct x86_area){ start, bytes, type };
}
void x86_text_copy(struct x86_firmware *f, const char *text, uint64_t bytes)
{
    for (uint32_t i = 0; text != 0 && i < X86_TEXT - 1u && i < bytes && text[i] != 0; i++) f->text[i] = text[i];
}

static void begin(void)
{
    for (int i = 0; i < BLOBS; i++) free(blobs[i].data);
    memset(blobs, 0, sizeof blobs);
    memset(&firmware, 0, sizeof firmware);
    memset(&x86_platform, 0, sizeof x86_platform);
}
static uint8_t *put(uint64_t at, const void *data, uint64_t bytes)
{
    for (int i = 0; i < BLOBS; i++) {
        if (blobs[i].data != 0) continue;
        blobs[i] = (struct blob){ at, bytes, malloc(bytes) };
        return memcpy(blobs[i].data, data, bytes);
    }
    abort();
}
static void sum(uint8_t *p, uint64_t n, uint64_t at)
{
    p[at] = 0;
    for (uint64_t i = 0; i < n; i++)
        if (i != at) p[at] = (uint8_t)(p[at] - p[i]);
}
static uint8_t *table(uint64_t at, const char *signature, const void *body, uint32_t bytes)
{
    uint8_t raw[512] = { 0 };
    struct acpi_table head = { .bytes = (uint32_t)sizeof head + bytes };
    memcpy(head.signature, signature, 4);
    memcpy(raw, &head, sizeof head);
    memcpy(raw + sizeof head, body, bytes);
    sum(raw, head.bytes, 9);
    return put(at, raw, head.bytes);
}
/* LAPIC address, flags; two cores, one disabled; I/O APIC at 0xfec00000; IRQ 0 -> 2, IRQ 9 level low; another LAPIC address. */
static const uint8_t madt_body[] = {
    0, 0, 0xe0, 0xfe, 1, 0, 0, 0,   0, 8, 0, 0, 1, 0, 0, 0,   0, 8, 1, 1, 1, 0, 0, 0,   0, 8, 2, 2, 0, 0, 0, 0,
    1, 12, 0, 0, 0, 0, 0xc0, 0xfe, 0, 0, 0, 0,   2, 10, 0, 0, 2, 0, 0, 0, 0, 0,   2, 10, 0, 9, 9, 0, 0, 0, 15, 0,
    5, 12, 0, 0, 0, 0, 0xe1, 0xfe, 0, 0, 0, 0,
};
static uint8_t *madt;
static void sound(int revision)
{
    struct acpi_rsdp r = { .signature = "RSD PTR ", .revision = (uint8_t)revision, .bytes = sizeof r, .rsdt = RSDT_AT, .xsdt = RSDT_AT };
    uint32_t narrow[] = { FADT_AT, MADT_AT };
    uint64_t wide[] = { FADT_AT, MADT_AT };
    uint8_t fadt[80] = { [FADT_TIMER - 36] = 0x08, [FADT_TIMER - 35] = 0x06 };
    begin();
    sum((uint8_t *)&r, RSDP_OLD_BYTES, 8);
    sum((uint8_t *)&r, sizeof r, 32);
    put(RSDP_AT, &r, revision < 2 ? RSDP_OLD_BYTES : sizeof r);
    revision < 2 ? table(RSDT_AT, "RSDT", narrow, sizeof narrow) : table(RSDT_AT, "XSDT", wide, sizeof wide);
    madt = table(MADT_AT, "APIC", madt_body, sizeof madt_body);
    table(FADT_AT, "FACP", fadt, sizeof fadt);
    firmware.rsdp = RSDP_AT;
}

START_TEST(sound_tables_are_read)
{
    sound(_i * 2);
    if (_i == 0) firmware.rsdp = 0;   /* found in the BIOS area */
    ck_assert_uint_eq(x86_acpi_read(&firmware), TEXT_NONE);
    ck_assert_uint_eq(x86_platform.lapic, 0xfee10000);
    ck_assert_uint_eq(x86_platform.cores, 2);
    ck_assert_uint_eq(x86_platform.ioapics, 1);
    ck_assert_uint_eq(x86_platform.ioapic[0].base, 0xfec00000);
    ck_assert_uint_eq(x86_platform.overrides, 2);
    ck_assert_uint_eq(x86_platform.override[1].flags, 15);
    ck_assert_uint_eq(x86_platform.pm_timer, 0x608);
}
END_TEST

START_TEST(one_wrong_byte_is_refused)
{
    for (uint32_t b = 0; b < 4; b++) {              /* RSDP, XSDT, MADT; a broken FADT only loses its timer */
        for (uint64_t i = 0;; i++) {
            sound(2);
            if (i == blobs[b].bytes) break;
            if (b > 0 && i >= 4 && i < 8) continue; /* the length: next test */
            blobs[b].data[i] ^= 0x55;
            if (b == 3) ck_assert(x86_acpi_read(&firmware) == 0 && x86_platform.pm_timer == 0);
            else ck_assert_uint_ne(x86_acpi_read(&firmware), TEXT_NONE);
        }
    }
}
END_TEST

START_TEST(lengths_are_believed_only_within_bounds)
{
    static const uint32_t lengths[] = { 0, 1, 35, TABLE_MAX + 1, 0xffffffff };
    for (uint32_t i = 0; i < sizeof lengths / 4; i++) {
        sound(2);
        memcpy(madt + 4, &lengths[i], 4);
        ck_assert_uint_ne(x86_acpi_read(&firmware), TEXT_NONE);
    }
}
END_TEST

START_TEST(damaged_entries_stay_inside_the_table)
{
    srand(7);
    for (int round = 0; round < 20000; round++) {
        sound(2);
        for (int k = rand() % 4; k >= 0; k--) madt[36 + rand() % (int)sizeof madt_body] = (uint8_t)rand();
        sum(madt, 36 + sizeof madt_body, 9);
        x86_acpi_read(&firmware);
        ck_assert(x86_platform.ioapics <= X86_IOAPICS && x86_platform.overrides <= X86_OVERRIDES);
        ck_assert(x86_platform.lapic % 4096 == 0 && x86_platform.lapic != 0);
    }
}
END_TEST

/* command line "hi", module 0x200000..0x200123, map of two areas, old RSDP copy, end */
static const uint32_t info[] = {
    136, 0,   1, 11, 0x00006968, 0,   3, 20, 0x200000, 0x200123, 0, 0,   6, 64, 24, 0,   0, 0, 0xa0000, 0, 1, 0,   0x100000, 0, 0x7f00000, 0, 1, 0,
    14, 8, 0, 8, 0, 8,
};
START_TEST(multiboot2_is_read)
{
    begin();
    put(INFO_AT, info, sizeof info);
    ck_assert_uint_eq(x86_multiboot2_read(&firmware, INFO_AT), TEXT_NONE);
    ck_assert_str_eq(firmware.text, "hi");
    ck_assert(firmware.module_start == 0x200000 && firmware.module_bytes == 0x123);
    ck_assert(firmware.areas == 2 && firmware.area[1].bytes == 0x7f00000);
    ck_assert_uint_eq(firmware.rsdp, INFO_AT + 120);
}
END_TEST

START_TEST(damaged_multiboot2_stays_inside)
{
    srand(11);
    for (int round = 0; round < 20000; round++) {
        begin();
        uint8_t *p = put(INFO_AT, info, sizeof info);
        for (int k = rand() % 4; k >= 0; k--) p[8 + rand() % (int)(sizeof info - 8)] = (uint8_t)rand();
        x86_multiboot2_read(&firmware, INFO_AT);
        ck_assert_uint_le(firmware.areas, X86_AREAS);
    }
}
END_TEST

START_TEST(pvh_is_read)
{
    struct pvh_start start = { .magic = PVH_MAGIC, .version = 1, .modules = 1, .module_list = LIST_AT, .rsdp = RSDP_AT, .map = MAP_AT, .map_entries = 1 };
    struct pvh_module module = { .start = 0x300000, .bytes = 77 };
    struct pvh_area area = { .start = 0x100000, .bytes = 0x1000000, .type = 1 };
    begin();
    put(LIST_AT, &module, sizeof module);
    put(MAP_AT, &area, sizeof area);
    uint8_t *p = put(INFO_AT, &start, sizeof start);
    ck_assert_uint_eq(x86_pvh_read(&firmware, INFO_AT), TEXT_NONE);
    ck_assert(firmware.module_bytes == 77 && firmware.areas == 1 && firmware.rsdp == RSDP_AT);
    p[0] ^= 1;
    ck_assert_uint_ne(x86_pvh_read(&firmware, INFO_AT), TEXT_NONE);
    p[0] ^= 1;
    p[50] = 1;                                      /* 65537 entries */
    ck_assert_uint_ne(x86_pvh_read(&firmware, INFO_AT), TEXT_NONE);
    ck_assert_uint_ne(x86_pvh_read(&firmware, 0xffffffff), TEXT_NONE);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("x86_firmware");
    TCase *c = tcase_create("readers");
    tcase_set_timeout(c, 60);
    tcase_add_loop_test(c, sound_tables_are_read, 0, 2);
    tcase_add_test(c, one_wrong_byte_is_refused);
    tcase_add_test(c, lengths_are_believed_only_within_bounds);
    tcase_add_test(c, damaged_entries_stay_inside_the_table);
    tcase_add_test(c, multiboot2_is_read);
    tcase_add_test(c, damaged_multiboot2_stays_inside);
    tcase_add_test(c, pvh_is_read);
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
