/* frame.c - counting the small objects of a frame. The ghost code is an indexed set: append, and swap-with-last to remove. */
#include <kernel/frame.h>

void obj_count(word_t o)
{
    word_t f = o / 4u;

    /*@ ghost liv_idx[o] = frame_live[f]; */
    /*@ ghost liv_at[f].at[frame_live[f]] = (uint32_t)o; */
    /*@ ghost alive[o] = 1u; */
    frame_live[f] = frame_live[f] + 1u;
}

void obj_uncount(word_t o)
{
    word_t f = o / 4u;

    /*@ ghost uint32_t last = liv_at[f].at[frame_live[f] - 1u]; */
    /*@ ghost liv_at[f].at[liv_idx[o]] = last; */
    /*@ ghost liv_idx[last] = liv_idx[o]; */
    /*@ ghost alive[o] = 0u; */
    frame_live[f] = frame_live[f] - 1u;
}
