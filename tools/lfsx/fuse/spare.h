/* spare.h - is there a processor to spare? Then the leading thread looks for the next request for a moment before it sleeps: being woken on another processor, from whose idling it
 * has to be fetched, costs more than most requests. On a busy machine that moment would be taken from the client itself, so it is only done while no more threads can run than there
 * are processors (/proc/loadavg says how many), and while it is not in vain. */
#ifndef LFSX_SPARE_H
#define LFSX_SPARE_H
#include <stdint.h>

struct spare { int file; uint32_t processors, since, calm; int32_t credit; };
void spare_begin(struct spare *s);
void spare_end(struct spare *s);
/* spare_ask - Before each request. spare_tell - Was it worth it? */
int spare_ask(struct spare *s);
void spare_tell(struct spare *s, int found);
#endif
