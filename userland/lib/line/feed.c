/* feed.c - what each key does.
 *
 * Keys: printable ASCII inserts; Backspace, Delete, Ctrl-D; arrows, Home, End, Ctrl-A/E/B/F; Ctrl-K kills to the end, Ctrl-U
 * to the beginning, Ctrl-W the word before; Ctrl-P/N and up/down walk the history; Ctrl-L repaints; Ctrl-C drops the line. */
#include <line/line.h>
#include <string.h>

enum { CTRL_A = 1, CTRL_B, CTRL_C, CTRL_D, CTRL_E, CTRL_F, CTRL_H = 8, CTRL_K = 11, CTRL_L, CTRL_N = 14, CTRL_P = 16,
       CTRL_U = 21, CTRL_W = 23, DELETE = 127 };

void line_setup(struct line *line, const char *prompt, line_put_t *put, void *context)
{
    memset(line, 0, sizeof *line);
    line->prompt = prompt;
    line->put = put;
    line->context = context;
}

void line_begin(struct line *line)
{
    line->text[0] = 0;
    line->length = 0;
    line->cursor = 0;
    line->history_back = 0;
    line->escape = LINE_PLAIN;
    line_show(line, line->prompt);
}

/* word_begin - Where the word before the cursor begins: spaces, then other characters, backwards. */
static uint32_t word_begin(const struct line *line)
{
    uint32_t at = line->cursor;
    while (at > 0 && line->text[at - 1] == ' ') at--;
    while (at > 0 && line->text[at - 1] != ' ') at--;
    return at;
}

static void erase_left(struct line *line)
{
    if (line->cursor == 0) return;
    if (line->cursor < line->length) {
        line_erase(line, line->cursor - 1, line->cursor);
        return;
    }
    line->length--;
    line->cursor--;
    line->text[line->length] = 0;
    line_show(line, "\b \b");
}

static void erase_right(struct line *line)
{
    if (line->cursor < line->length) line_erase(line, line->cursor, line->cursor + 1);
}

static void edit_key(struct line *line, uint8_t byte)
{
    switch (byte) {
    case CTRL_A: line_go(line, 0); break;
    case CTRL_B: if (line->cursor > 0) line_go(line, line->cursor - 1); break;
    case CTRL_E: line_go(line, line->length); break;
    case CTRL_F: line_go(line, line->cursor + 1); break;
    case CTRL_D: erase_right(line); break;
    case CTRL_H: case DELETE: erase_left(line); break;
    case CTRL_K: line_erase(line, line->cursor, line->length); break;
    case CTRL_U: line_erase(line, 0, line->cursor); break;
    case CTRL_W: line_erase(line, word_begin(line), line->cursor); break;
    case CTRL_L: line_repaint(line); break;
    case CTRL_P: line_history_move(line, 1); break;
    case CTRL_N: line_history_move(line, -1); break;
    default: if (byte >= 0x20 && byte < 0x7f) line_insert(line, (char)byte); break;
    }
}

static enum line_event line_enter(struct line *line)
{
    line_show(line, "\r\n");
    line_history_add(line);
    return LINE_DONE;
}

static enum line_event line_interrupt(struct line *line)
{
    line_show(line, "^C\r\n");
    line->text[0] = 0;
    line->length = 0;
    line->cursor = 0;
    return LINE_INTERRUPT;
}

enum line_event line_feed(struct line *line, uint8_t byte)
{
    uint8_t after_return = line->after_return;
    line->after_return = byte == '\r';
    if (byte == '\n' && after_return) return LINE_MORE;
    if (line_escape_feed(line, byte)) return LINE_MORE;
    if (byte == '\r' || byte == '\n') return line_enter(line);
    if (byte == CTRL_C) return line_interrupt(line);
    if (byte == CTRL_D && line->length == 0) return LINE_END;
    edit_key(line, byte);
    return LINE_MORE;
}
