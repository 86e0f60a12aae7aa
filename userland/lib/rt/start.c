/* start.c - from the start page to main and from main's answer to init.
 *
 * Invariant: a program never returns into nothing; when main returns, init is told the status. */
#include <client/process.h>
#include <rt/start.h>
#include <string.h>

int main(int argc, char **argv);
_Noreturn void rt_start(const struct start_page *page);

const struct start_page *start_page(void) { return (const struct start_page *)START_ADDRESS; }

const struct start_cap *start_cap(const char *name)
{
    const struct start_page *page = start_page();
    for (word_t i = 0; i < page->caps; i++)
        if (strcmp(page->cap[i].name, name) == 0) return &page->cap[i];
    return 0;
}

cptr_t start_slot(const char *name)
{
    const struct start_cap *cap = start_cap(name);
    return cap ? cptr_of(cap->slot) : 0;
}

word_t start_value(const char *name)
{
    const struct start_cap *cap = start_cap(name);
    return cap ? cap->value : 0;
}

_Noreturn void rt_start(const struct start_page *page)
{
    static char text[START_TEXT];
    static char *word[START_WORDS + 1];
    memcpy(text, page->text, sizeof text);
    char *at = text;
    for (word_t i = 0; i < page->words && i < START_WORDS; i++) {
        word[i] = at;
        at += strlen(at) + 1;
    }
    process_exit((word_t)main((int)page->words, word));
}
