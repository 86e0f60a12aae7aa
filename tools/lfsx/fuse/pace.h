/* pace.h - is it worth looking for the next request for a moment before sleeping? If client and server run on two processors, each request and each answer wakes a processor that has just
 * gone idle, which costs more than most requests; looking saves half of that. If they share one, because all others are busy, looking takes it from the client. Which it is nobody says, so
 * both are tried, a few requests each, now and then: whichever is the faster is done until the next trial. */
#ifndef LFSX_PACE_H
#define LFSX_PACE_H
#include <stdint.h>

enum pace_phase { PACE_SLEEP, PACE_LOOK, PACE_RUN };
struct pace { enum pace_phase phase; uint32_t left, run; uint64_t last, spent, sum[2]; int look; };
/* left: requests in this phase; run: in the next PACE_RUN; spent: ns in this phase; sum: of a trial, those that count */

void pace_begin(struct pace *p);
/* pace_ask - Before each request, ns: the time now. Whether to look. */
int pace_ask(struct pace *p, uint64_t ns);
#endif
