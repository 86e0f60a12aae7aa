/* main.c - read a line, find the command, run it. */
#include "shell.h"
#include <client/process.h>
#include <line/line.h>
#include <rt/number.h>
#include <rt/start.h>
#include <rt/words.h>
#include <string.h>

static struct line line;

static void put(void *context, const char *bytes, uint32_t count)
{
    (void)context;
    console_write(bytes, count);
}

int number_word(const char *word, uint64_t *value)
{
    enum number_error error = number_parse(word, value);
    if (error != NUMBER_OK) print("'%s' %s\n", word, number_error_text(error));
    return error == NUMBER_OK;
}

void complain(const char *about, word_t status) { print("%s: %s\n", about, status_text(status)); }

static const struct command *command_find(const char *name)
{
    for (uint32_t i = 0; i < command_count; i++)
        if (strcmp(commands[i].name, name) == 0) return &commands[i];
    return 0;
}

static void usage(const struct command *c) { print("usage: %s %s - %s\n", c->name, c->arguments, c->what); }

void run_help(char **word, uint32_t count)
{
    const struct command *c = count > 1 ? command_find(word[1]) : 0;
    if (c) usage(c);
    else if (count > 1) print("help: there is no command '%s'\n", word[1]);
    for (uint32_t i = 0; i < command_count && count == 1; i++)
        print("  %-9s%-24s%s\n", commands[i].name, commands[i].arguments, commands[i].what);
    if (count == 1) print("any other word starts the program of that name and waits for it; Ctrl-C ends it\n");
}

static void run_words(char **word, uint32_t count)
{
    const struct command *c = command_find(word[0]);
    if (c && (count - 1 < c->least || count - 1 > c->most)) usage(c);
    else if (c) c->run(word, count);
    else if (!program_run(word, count)) print("there is no command or program '%s'; 'help' lists the commands\n", word[0]);
}

static void run_line(char *text)
{
    char *word[WORDS_MAX];
    uint32_t count;
    enum words_error error = words_split(text, word, WORDS_MAX, &count);
    if (error != WORDS_OK) print("%s\n", words_error_text(error));
    else if (count > 0) run_words(word, count);
}

/* read_line - Until a line is complete; 0 if there is no console. */
static int read_line(void)
{
    line_begin(&line);
    for (;;) {
        int byte = console_read();
        if (byte < 0) return 0;
        enum line_event event = line_feed(&line, (uint8_t)byte);
        if (event == LINE_DONE) return 1;
        if (event == LINE_INTERRUPT) line_begin(&line);
        if (event == LINE_END) print("\n'poweroff' ends the system\n");
        if (event == LINE_END) line_begin(&line);
    }
}

int main(void)
{
    char text[LINE_BYTES];
    line_setup(&line, "tessera> ", put, 0);
    print("Tessera %s. This exact build is %s. 'help' lists the commands.\n", start_page()->build,
          start_page()->proved ? "proved" : "not proved");
    while (read_line()) {
        memcpy(text, line.text, sizeof text);
        run_line(text);
    }
    return 1;
}
