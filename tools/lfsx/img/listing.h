/* listing.h - the names in a directory of the host, sorted, so that the same directory gives the same image; one after the other, each ended by a zero byte. */
#ifndef LFSX_LISTING_H
#define LFSX_LISTING_H
#include <stddef.h>

struct listing { char *names; size_t used; };
/* listing_read - Of an open directory, without "." and ".."; 0, or -1 with errno. names is to be given to free(), also after an error. */
int listing_read(int fd, struct listing *l);
#endif
