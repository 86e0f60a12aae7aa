/* line.h - a line editor: bytes of a terminal in, an edited line and bytes for the screen out.
 *
 * Idea: a state machine fed one byte at a time; it never reads, waits or allocates. What the screen must show goes to a
 * function that the caller supplies. The screen line is: prompt, text, cursor somewhere in the text.
 * Invariant: length < LINE_BYTES, cursor <= length, text[length] == 0, text holds printable ASCII only.
 * Does not know: where bytes come from, what a finished line means, how wide the screen is. */
#ifndef LINE_LINE_H
#define LINE_LINE_H
#include <stdint.h>

enum { LINE_BYTES = 256, LINE_HISTORY = 16 };
enum line_event {
    LINE_MORE,      /* nothing to do */
    LINE_DONE,      /* Enter: the text is complete and in the history */
    LINE_INTERRUPT, /* Ctrl-C: the text was dropped */
    LINE_END        /* Ctrl-D on an empty line */
};
enum line_escape { LINE_PLAIN, LINE_ESCAPED, LINE_CONTROL, LINE_SHIFTED };

typedef void line_put_t(void *context, const char *bytes, uint32_t count);

struct line {
    line_put_t *put;
    void *context;
    const char *prompt;
    char text[LINE_BYTES];
    uint32_t length, cursor;
    enum line_escape escape; /* where in an escape sequence the input is */
    uint32_t parameter;      /* its number, as 3 in ESC [ 3 ~ */
    uint8_t after_return;    /* the last byte was CR: a following LF is part of it */
    char history[LINE_HISTORY][LINE_BYTES];
    uint32_t history_count;  /* lines ever entered; the newest is history[(count - 1) % LINE_HISTORY] */
    uint32_t history_back;   /* how many lines back the text shows; 0 = the line being written */
    char written[LINE_BYTES]; /* the line being written, while history is shown */
};

/* line_setup - An empty editor with an empty history. */
void line_setup(struct line *line, const char *prompt, line_put_t *put, void *context);
/* line_begin - Show the prompt and start a new, empty line. */
void line_begin(struct line *line);
/* line_feed - Take one byte from the terminal. After LINE_DONE the text stays until line_begin. */
enum line_event line_feed(struct line *line, uint8_t byte);

/* For the parts of the editor. */
void line_show(struct line *line, const char *bytes);                             /* send a string to the screen */
void line_repaint(struct line *line);                                             /* draw prompt and text again */
void line_insert(struct line *line, char c);                                      /* at the cursor; full: refused with a bell */
void line_erase(struct line *line, uint32_t from, uint32_t to);                   /* remove text[from..to), cursor to from */
void line_go(struct line *line, uint32_t cursor);                                 /* move the cursor */
void line_replace(struct line *line, const char *text);                           /* other text, cursor at its end */
void line_history_add(struct line *line);                                         /* unless empty or the same as the last */
void line_history_move(struct line *line, int32_t by);                            /* +1 older, -1 newer */
int line_escape_feed(struct line *line, uint8_t byte);                            /* 1 if the byte belongs to a sequence */
#endif
