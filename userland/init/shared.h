/* shared.h - what outlives processes, as slots of init: made once at boot. 0 = the machine has none. */
#ifndef INIT_SHARED_H
#define INIT_SHARED_H
#include "image.h"

struct shared {
    word_t endpoint[ENDPOINT_COUNT], notification[NOTIFICATION_COUNT], ring[RING_COUNT];
    word_t ports, registers, interrupt; /* of the console's device */
};
extern struct shared shared;
#endif
