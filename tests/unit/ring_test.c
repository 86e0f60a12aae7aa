/* ring_test.c - the byte ring: order, limits, wrap-around of the counts, a lying partner, two threads. */
#include <chan/ring.h>
#include <check.h>
#include <pthread.h>
#include <sched.h>
#include <string.h>

static struct ring ring;
static uint8_t buffer[RING_BYTES + 16];

START_TEST(bytes_come_out_in_order)
{
    memset(&ring, 0, sizeof ring);
    ck_assert_uint_eq(ring_put(&ring, (const uint8_t *)"hello", 5), 5);
    ck_assert_uint_eq(ring_used(&ring), 5);
    ck_assert_uint_eq(ring_take(&ring, buffer, 2), 2);
    ck_assert_uint_eq(ring_take(&ring, buffer + 2, 100), 3);
    ck_assert_int_eq(memcmp(buffer, "hello", 5), 0);
    ck_assert_uint_eq(ring_take(&ring, buffer, 1), 0);
}
END_TEST

START_TEST(full_ring_takes_no_more)
{
    memset(&ring, 0, sizeof ring);
    ck_assert_uint_eq(ring_put(&ring, buffer, RING_BYTES + 1), RING_BYTES);
    ck_assert_uint_eq(ring_put(&ring, buffer, 1), 0);
    ck_assert_uint_eq(ring_room(&ring), 0);
    ck_assert_uint_eq(ring_take(&ring, buffer, 3), 3);
    ck_assert_uint_eq(ring_room(&ring), 3);
}
END_TEST

START_TEST(bytes_can_be_looked_at)
{
    uint8_t byte;
    memset(&ring, 0, sizeof ring);
    ring.written = ring.taken = RING_BYTES - 1; /* around the end of the data */
    ring_put(&ring, (const uint8_t *)"abc", 3);
    ck_assert_uint_eq(ring_peek(&ring, 0), 'a');
    ck_assert_uint_eq(ring_peek(&ring, 2), 'c');
    ring_blank(&ring, 1);
    ck_assert_uint_eq(ring_used(&ring), 3);
    ck_assert_uint_eq(ring_take(&ring, &byte, 1), 1);
    ck_assert_uint_eq(byte, 'a');
    ck_assert_uint_eq(ring_take(&ring, &byte, 1), 1);
    ck_assert_uint_eq(byte, 0);
}
END_TEST

START_TEST(counts_may_wrap)
{
    memset(&ring, 0, sizeof ring);
    ring.written = ring.taken = UINT32_MAX - 2;
    for (int i = 0; i < 3000; i++) {
        uint8_t in = (uint8_t)i, out = 0;
        ck_assert_uint_eq(ring_put(&ring, &in, 1), 1);
        ck_assert_uint_eq(ring_take(&ring, &out, 1), 1);
        ck_assert_uint_eq(in, out);
    }
}
END_TEST

START_TEST(lying_partner_gets_nothing)
{
    memset(&ring, 0, sizeof ring);
    ring.written = RING_BYTES + 1;
    ck_assert_uint_eq(ring_used(&ring), 0);
    ck_assert_uint_eq(ring_room(&ring), 0);
    ck_assert_uint_eq(ring_take(&ring, buffer, 10), 0);
    ck_assert_uint_eq(ring_put(&ring, buffer, 10), 0);
}
END_TEST

enum { STREAM_BYTES = 2000000 };
static void *produce(void *unused)
{
    for (uint32_t i = 0; i < STREAM_BYTES;) {
        uint8_t byte = (uint8_t)(i % 251);
        if (ring_put(&ring, &byte, 1) == 1) i++;
        else sched_yield();
    }
    return unused;
}
START_TEST(two_threads_lose_nothing)
{
    pthread_t producer;
    memset(&ring, 0, sizeof ring);
    pthread_create(&producer, 0, produce, 0);
    for (uint32_t i = 0; i < STREAM_BYTES;) {
        uint32_t count = ring_take(&ring, buffer, 64);
        if (count == 0) sched_yield();
        for (uint32_t k = 0; k < count; k++, i++) ck_assert_uint_eq(buffer[k], i % 251);
    }
    pthread_join(producer, 0);
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("ring");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, bytes_come_out_in_order);
    tcase_add_test(c, full_ring_takes_no_more);
    tcase_add_test(c, bytes_can_be_looked_at);
    tcase_add_test(c, counts_may_wrap);
    tcase_add_test(c, lying_partner_gets_nothing);
    tcase_add_test(c, two_threads_lose_nothing);
    Suite *s = suite_create("ring");
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
