/* pace_test.c - whether lfsx-fuse looks for the next request before it sleeps: a machine is played on which looking or sleeping is the faster, and which changes its mind. */
#include "../../tools/lfsx/fuse/pace.h"
#include <check.h>

enum { SETTLE_NS = 30000 };
/* The machine: what a request takes after looking and after sleeping. */
struct machine { uint64_t now, look_ns, sleep_ns; struct pace pace; uint32_t looked, asked, settling; int looking, settles; }; /* settling: so many more requests take SETTLE_NS */

static void machine_begin(struct machine *m, uint64_t look_ns, uint64_t sleep_ns)
{
    *m = (struct machine){.now = 1000, .look_ns = look_ns, .sleep_ns = sleep_ns};
    pace_begin(&m->pace);
}
static void ask(struct machine *m)
{
    int before = m->looking;
    m->now += m->settling > 0 ? SETTLE_NS : m->looking ? m->look_ns : m->sleep_ns;
    m->settling -= m->settling > 0;
    m->looking = pace_ask(&m->pace, m->now);
    if (m->looking && !before && m->settles) m->settling = 12;
    m->looked += (uint32_t)m->looking;
    m->asked++;
}
/* share - Of so many requests, how many of a thousand were looked for. */
static uint32_t share(struct machine *m, uint32_t requests)
{
    m->looked = m->asked = 0;
    while (m->asked < requests) ask(m);
    return m->looked * 1000 / m->asked;
}

static const struct { uint64_t look_ns, sleep_ns; int looks; } CASE[] = {
    {5000, 12000, 1}, {8000, 9000, 1}, /* looking is more than a tenth faster */
    {8600, 9000, 0}, {9000, 9000, 0}, {30000, 9000, 0}, /* less than that, the same, slower */
    {2000000, 5000000, 0}, /* the device is waited for: both count as the longest gap, and nothing is gained */
};

START_TEST(the_faster_is_done)
{
    struct machine m;
    machine_begin(&m, CASE[_i].look_ns, CASE[_i].sleep_ns);
    share(&m, 2000);
    uint32_t s = share(&m, 100000);
    if (CASE[_i].looks) ck_assert_uint_gt(s, 980);
    else ck_assert_uint_lt(s, 20);
}
END_TEST

/* What the other way costs is little: a trial of looking where it is hopeless ends early. */
START_TEST(trials_are_rare_and_short)
{
    struct machine m;
    machine_begin(&m, 90000, 9000);
    share(&m, 50000);
    uint64_t begin = m.now;
    share(&m, 100000);
    ck_assert_uint_lt(m.now - begin, 100000ull * 9000 * 101 / 100);
}
END_TEST

/* Other work comes and takes the second processor away, and goes: each is noticed within the longest run and two trials. */
START_TEST(a_change_is_noticed)
{
    struct machine m;
    machine_begin(&m, 5000, 12000);
    ck_assert_uint_gt(share(&m, 100000), 980);
    m.look_ns = 40000;
    share(&m, 16384 + 64);
    ck_assert_uint_lt(share(&m, 1000), 100);
    m.look_ns = 5000;
    share(&m, 16384 + 64);
    ck_assert_uint_gt(share(&m, 1000), 900);
}
END_TEST

/* Threads have to find their processors first: what the first requests of a trial take does not count. */
START_TEST(a_trial_settles_first)
{
    struct machine m;
    machine_begin(&m, 5000, 12000);
    m.settles = 1;
    ck_assert_uint_gt(share(&m, 100000), 900);
}
END_TEST

/* A clock that goes back is one long gap, no more. */
START_TEST(a_clock_may_go_back)
{
    struct machine m;
    machine_begin(&m, 5000, 12000);
    share(&m, 10000);
    m.now = 10;
    share(&m, 40000);
    ck_assert_uint_gt(share(&m, 10000), 900);
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("pace");
    tcase_set_timeout(c, 60);
    tcase_add_loop_test(c, the_faster_is_done, 0, (int)(sizeof CASE / sizeof CASE[0]));
    tcase_add_test(c, trials_are_rare_and_short);
    tcase_add_test(c, a_change_is_noticed);
    tcase_add_test(c, a_trial_settles_first);
    tcase_add_test(c, a_clock_may_go_back);
    Suite *s = suite_create("pace");
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
