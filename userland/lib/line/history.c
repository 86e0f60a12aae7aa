/* history.c - the last LINE_HISTORY lines, newest first.
 *
 * Idea: a ring indexed by how many lines were ever entered; the line being written is put aside while older ones show. */
#include <line/line.h>
#include <string.h>

static const char *history_line(const struct line *line, uint32_t back)
{
    return back == 0 ? line->written : line->history[(line->history_count - back) % LINE_HISTORY];
}

void line_history_add(struct line *line)
{
    line->history_back = 0;
    if (line->length == 0) return;
    if (line->history_count > 0 && strcmp(history_line(line, 1), line->text) == 0) return;
    memcpy(line->history[line->history_count % LINE_HISTORY], line->text, line->length + 1);
    line->history_count++;
}

void line_history_move(struct line *line, int32_t by)
{
    uint32_t kept = line->history_count < LINE_HISTORY ? line->history_count : LINE_HISTORY;
    if (by > 0 && line->history_back == kept) return;
    if (by < 0 && line->history_back == 0) return;
    if (line->history_back == 0) memcpy(line->written, line->text, line->length + 1);
    line->history_back += (uint32_t)by;
    line_replace(line, history_line(line, line->history_back));
}
