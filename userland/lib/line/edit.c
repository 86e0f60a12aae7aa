/* edit.c - the text and its picture on the screen.
 *
 * Idea: appending prints one character; every other change repaints the line: carriage return, prompt, text, erase to the
 * right, cursor back. One rule instead of one per key; a terminal cannot get out of step.
 * Does not know: keys. */
#include <line/line.h>
#include <string.h>

void line_show(struct line *line, const char *bytes) { line->put(line->context, bytes, (uint32_t)strlen(bytes)); }

void line_repaint(struct line *line)
{
    line_show(line, "\r");
    line_show(line, line->prompt);
    line_show(line, line->text);
    line_show(line, "\033[K");
    for (uint32_t i = line->cursor; i < line->length; i++) line_show(line, "\b");
}

void line_insert(struct line *line, char c)
{
    if (line->length + 1 >= LINE_BYTES) {
        line_show(line, "\a");
        return;
    }
    memmove(line->text + line->cursor + 1, line->text + line->cursor, line->length - line->cursor + 1);
    line->text[line->cursor] = c;
    line->length++;
    line->cursor++;
    if (line->cursor == line->length) line->put(line->context, &c, 1);
    else line_repaint(line);
}

void line_erase(struct line *line, uint32_t from, uint32_t to)
{
    if (from >= to) return;
    memmove(line->text + from, line->text + to, line->length - to + 1);
    line->length -= to - from;
    line->cursor = from;
    line_repaint(line);
}

void line_go(struct line *line, uint32_t cursor)
{
    if (cursor > line->length) return;
    for (; line->cursor > cursor; line->cursor--) line_show(line, "\b");
    for (; line->cursor < cursor; line->cursor++) line->put(line->context, line->text + line->cursor, 1);
}

void line_replace(struct line *line, const char *text)
{
    size_t length = strlen(text);
    if (length >= LINE_BYTES) length = LINE_BYTES - 1;
    memmove(line->text, text, length);
    line->text[length] = 0;
    line->length = (uint32_t)length;
    line->cursor = line->length;
    line_repaint(line);
}
