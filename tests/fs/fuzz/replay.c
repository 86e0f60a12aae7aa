/* replay.c - targets without libFuzzer: replay TARGET FILE.. runs each input; replay TARGET FILE.. times=N runs each also N times with bytes changed as a seed says. A run that
 * takes longer than TIME_MOST seconds is a hang. The input that is under way is told if the program dies. */
#include "fuzz.h"
#include <signal.h>
#include <unistd.h>

enum { TIME_MOST = 20 };
static const char *running;
static uint64_t variant;
static uint8_t bytes[1 << 16];

/* The sanitizers call this before they end the program; a program without them has no such function. */
extern void __sanitizer_set_death_callback(void (*call)(void)) __attribute__((weak));

static void tell(void) { fprintf(stderr, "that was input %s variant %lu\n", running, variant); }
static void died(int number)
{
    if (number == SIGALRM) fprintf(stderr, "no end after %d seconds\n", TIME_MOST);
    tell();
    _exit(1);
}

/* vary - Some bytes are others; one in four is shorter or has its own bytes twice. */
static size_t vary(struct dice *d, uint8_t *b, size_t count, size_t most)
{
    if (count && dice_below(d, 4) == 0) {
        size_t from = dice_below(d, (uint32_t)count), n = count - from;
        if (count + n <= most) memcpy(b + count, b + from, n), count += n;
        else count = from;
    }
    for (uint32_t n = 1 + dice_below(d, 6); n > 0 && count; n--) {
        uint8_t *at = b + dice_below(d, (uint32_t)count);
        *at = (uint8_t)(dice_below(d, 2) ? dice_next(d) : *at + 1 - 2 * dice_below(d, 2));
    }
    return count;
}

static void run(const struct target *t, const char *path, uint64_t times)
{
    static uint8_t other[2 * sizeof bytes];
    FILE *f = fopen(path, "rb");
    if (!f) perror(path), exit(2);
    size_t count = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    running = path;
    for (variant = 0; variant <= times; variant++) {
        struct dice d = {variant * 1000003 + count};
        memcpy(other, bytes, count);
        alarm(TIME_MOST);
        target_run(t, other, variant ? vary(&d, other, count, t->most) : count);
    }
    alarm(0);
}

int main(int argc, char **argv)
{
    const struct target *t = argc > 2 ? target_find(argv[1]) : 0;
    uint64_t times = 0, files = 0;
    if (!t) return fprintf(stderr, "usage: %s TARGET FILE.. [times=N]\n", argv[0]), 2;
    signal(SIGALRM, died);
    signal(SIGABRT, died);
    if (__sanitizer_set_death_callback) __sanitizer_set_death_callback(tell);
    for (int i = 2; i < argc; i++) sscanf(argv[i], "times=%lu", &times);
    for (int i = 2; i < argc; i++)
        if (strncmp(argv[i], "times=", 6)) run(t, argv[i], times), files++;
    printf("%-10s %6lu inputs, %lu runs\n", t->name, files, files * (times + 1));
    return 0;
}
