/* dump.h - the parts of lfsx-dump: each prints one kind of structure and answers how many damaged ones it met. */
#ifndef LFSX_DUMP_H
#define LFSX_DUMP_H
#include <host/view.h>

struct dump_options {
    int entries;      /* each key and value too */
    uint64_t nodes;   /* most nodes of a picture */
};
int super_print(struct view *v);
/* log_print - Frames from the replay position on, as recovery would read them. */
int log_print(struct view *v, const struct dump_options *o);
int map_print(struct view *v);
int bitmap_print(struct view *v);
int tree_print(struct view *v, const struct dump_options *o);
/* dot_print - The tree as a picture in the language of Graphviz. */
int dot_print(struct view *v, const struct dump_options *o);
/* block_print - Any block: what it says it is. */
int block_print(struct view *v, uint64_t block);
/* node_print - The head, and with entries the contents, of a node in memory. */
void node_print(const uint8_t *b, const struct dump_options *o, int indent);
#endif
