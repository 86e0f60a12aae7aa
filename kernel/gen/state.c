/* state.c - the kernel's plain variables; all zero at boot. Generated from spec/object. */
#include <state.h>
uint32_t kernel_gen;
uint32_t purge_head;
uint32_t rq_head[LIMIT_PRIORITIES];
uint64_t rq_bits[4];
uint8_t frame_kind[LIMIT_FRAMES];
uint32_t frame_owner[LIMIT_FRAMES];
uint32_t frame_live[LIMIT_FRAMES];
uint32_t frame_info[LIMIT_FRAMES];
uint32_t frame_link[LIMIT_FRAMES];
uint32_t ref_window[LIMIT_OBJECTS];
struct irq irq_window[LIMIT_IRQS];
struct timer timer_window[LIMIT_TIMERS];
uint32_t asid_window[LIMIT_ASIDS];
