/* escape.c - escape sequences of the keys that a VT100 or xterm sends: ESC [ A, ESC [ 3 ~, ESC O H.
 *
 * Idea: a byte either continues the sequence, ends it with a key, or ends it unknown; unknown sequences are swallowed whole,
 * so their letters never land in the text. */
#include <line/line.h>

static void key_letter(struct line *line, uint8_t byte)
{
    switch (byte) {
    case 'A': line_history_move(line, 1); break;
    case 'B': line_history_move(line, -1); break;
    case 'C': line_go(line, line->cursor + 1); break;
    case 'D': if (line->cursor > 0) line_go(line, line->cursor - 1); break;
    case 'H': line_go(line, 0); break;
    case 'F': line_go(line, line->length); break;
    default: break;
    }
}

static void key_number(struct line *line, uint32_t number)
{
    if (number == 1 || number == 7) line_go(line, 0);
    if (number == 4 || number == 8) line_go(line, line->length);
    if (number == 3 && line->cursor < line->length) line_erase(line, line->cursor, line->cursor + 1);
}

/* control_feed - A byte after ESC [ : parameters, then one final byte in 0x40..0x7e. */
static void control_feed(struct line *line, uint8_t byte)
{
    if (byte >= '0' && byte <= '9') {
        if (line->parameter < 1000) line->parameter = line->parameter * 10 + (byte - '0');
        return;
    }
    if (byte >= 0x20 && byte < 0x40) return;
    line->escape = LINE_PLAIN;
    if (byte == '~') key_number(line, line->parameter);
    else key_letter(line, byte);
}

int line_escape_feed(struct line *line, uint8_t byte)
{
    enum line_escape state = line->escape;
    if (byte == 0x1b) {
        line->escape = LINE_ESCAPED;
        return 1;
    }
    if (state == LINE_PLAIN) return 0;
    if (byte < 0x20 || byte >= 0x7f) {
        line->escape = LINE_PLAIN;
        return 0;
    }
    if (state == LINE_CONTROL) {
        control_feed(line, byte);
        return 1;
    }
    line->parameter = 0;
    line->escape = LINE_PLAIN;
    if (state == LINE_SHIFTED) key_letter(line, byte);
    else if (byte == '[') line->escape = LINE_CONTROL;
    else if (byte == 'O') line->escape = LINE_SHIFTED;
    return 1;
}
