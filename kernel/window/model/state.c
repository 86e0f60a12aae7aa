/* state.c - the objects of host tests: one array per aspect. Generated from spec/object. */
#include <state.h>
uint32_t core_cur;
uint32_t core_floor;
uint32_t core_id;
struct epq epr_window[LIMIT_OBJECTS];
struct epq eps_window[LIMIT_OBJECTS];
struct ntfn ntfn_window[LIMIT_OBJECTS];
struct pt_row pt_window[LIMIT_FRAMES];
struct cap cap_window[LIMIT_SLOTS];
struct mdb mdb_window[LIMIT_SLOTS];
struct ipcb ipcb_window[LIMIT_OBJECTS];
struct run run_window[LIMIT_OBJECTS];
struct thr thr_window[LIMIT_OBJECTS];
struct ipc ipc_window[LIMIT_OBJECTS];
struct sched sched_window[LIMIT_OBJECTS];
struct reply reply_window[LIMIT_OBJECTS];
struct prio prio_window[LIMIT_OBJECTS];
struct cn cn_window[LIMIT_OBJECTS];
struct ctx ctx_window[LIMIT_OBJECTS];
struct reg_row reg_window[LIMIT_OBJECTS];
