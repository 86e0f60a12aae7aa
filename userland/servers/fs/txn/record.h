/* record.h - what hangs on cells and transactions; see the picture in state.h. All are pieces of one pool. */
#ifndef TXN_RECORD_H
#define TXN_RECORD_H
#include <txn/cell.h>
#include <txn/txn.h>

struct version {
    struct version *older;       /* of the same cell */
    struct version *previous, *next; /* of all */
    struct cell *cell;
    uint64_t made, replaced;     /* commits: the value was the newest in [made, replaced). made may be too small where no snapshot can tell */
    uint32_t length;
    uint8_t present, value[];
};
struct share { struct share *next, *next_of_holder; struct cell *cell; struct transaction *holder; };
struct write {
    struct pool_piece link;      /* first; the next older write of the family */
    struct change change;        /* its next is that of the next newer one */
    struct write *before;        /* of the same cell, from before a savepoint */
    struct cell *cell;           /* 0 = blocks */
    uint64_t position;
    uint32_t bytes;              /* what the log takes of it */
    uint8_t value[];
};
static inline struct write *write_older(const struct write *w) { return (struct write *)w->link.next; }
static inline struct write *write_of(struct change *c) { return c ? (struct write *)((char *)c - offsetof(struct write, change)) : 0; }
struct range_lock { struct range_lock *next, *next_of_holder; struct key from, to; struct transaction *holder; };
struct savepoint { struct savepoint *older; uint32_t id; uint64_t position; };

enum want_kind { WANT_SHARE, WANT_EXCLUSIVE, WANT_RANGE };
struct want { enum want_kind kind; struct key from, to; }; /* to: of a range */
#endif
