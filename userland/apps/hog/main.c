/* main.c - takes all it can get: pages of its own memory until init refuses, then programs that do not run until init refuses; gives
 * the programs back and compares. Status 0: every refusal was a sentence, and nothing was lost. */
#include <client/console.h>
#include <client/process.h>

enum { PROGRAMS = 64 };

static void hog_pages(void)
{
    word_t slot, count = 0, status;
    while ((status = process_object(CAP_PAGE, 0, &slot)) == STATUS_OK) count++;
    print("hog: %lu pages, then: %s\n", count, status_text(status));
}

static uint32_t hog_programs(word_t *process)
{
    word_t status = STATUS_OK;
    uint32_t count = 0;
    while (count < PROGRAMS && (status = process_create("ballast", 0, &process[count], 0)) == STATUS_OK) count++;
    print("hog: %u programs, then: %s\n", count, status_text(status));
    return count;
}

int main(void)
{
    static word_t process[PROGRAMS];
    word_t before, after, kernel, slots_before, slots_after, processes;
    hog_pages();
    process_stat(&before, &kernel, &slots_before, &processes);
    uint32_t count = hog_programs(process);
    for (uint32_t i = 0; i < count; i++) process_kill(process[i]);
    process_stat(&after, &kernel, &slots_after, &processes);
    int same = before == after && after == kernel && slots_before == slots_after;
    print("hog: given back: %s\n", same ? "everything came back" : "something was lost");
    return !same;
}
