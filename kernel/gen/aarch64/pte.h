/* pte.h - page-table entries by arithmetic: gcc emits shifts and masks, WP sees division. Generated from spec/arch/aarch64/pte.yaml.
 * Arm ARM DDI 0487, D8.3 (VMSAv8-64 descriptor formats, 4 KiB granule, stage 1). */
#ifndef PTE_H
#define PTE_H
#include <abi.h>

/* The bits. */
/*@
    logic integer a64_pte_present(integer e) = (e / 1) % 2; // the descriptor is valid
    logic integer a64_pte_four(integer e) = (e / 2) % 2; // table descriptor, or page descriptor of level 3: always 1 here
    logic integer a64_pte_attribute(integer e) = (e / 4) % 8; // index into MAIR_EL1
    logic integer a64_pte_user(integer e) = (e / 64) % 2; // AP[1]: programs may use it
    logic integer a64_pte_read_only(integer e) = (e / 128) % 2; // AP[2]: stores fault
    logic integer a64_pte_share(integer e) = (e / 256) % 4; // SH: 3 is inner shareable
    logic integer a64_pte_accessed(integer e) = (e / 1024) % 2; // AF: made set, so that it never changes
    logic integer a64_pte_not_global(integer e) = (e / 2048) % 2; // nG: belongs to one address-space id
    logic integer a64_pte_frame(integer e) = (e / 4096) % 68719476736; // physical address / 4096
    logic integer a64_pte_kernel_no_execute(integer e) = (e / 9007199254740992) % 2; // PXN: the kernel never executes programs' memory
    logic integer a64_pte_no_execute(integer e) = (e / 18014398509481984) % 2; // UXN: instruction fetch of programs faults
    logic integer a64_pte_table(integer e) = (e / 36028797018963968) % 2; // ignored by the machine: shows a table
*/
/*@ assigns \nothing; ensures value: \result == a64_pte_present(e); ensures range: \result < 2; */
static inline word_t a64_pte_present(word_t e) { return e / 1u % 2u; }
/*@ assigns \nothing; ensures value: \result == a64_pte_four(e); ensures range: \result < 2; */
static inline word_t a64_pte_four(word_t e) { return e / 2u % 2u; }
/*@ assigns \nothing; ensures value: \result == a64_pte_attribute(e); ensures range: \result < 8; */
static inline word_t a64_pte_attribute(word_t e) { return e / 4u % 8u; }
/*@ assigns \nothing; ensures value: \result == a64_pte_user(e); ensures range: \result < 2; */
static inline word_t a64_pte_user(word_t e) { return e / 64u % 2u; }
/*@ assigns \nothing; ensures value: \result == a64_pte_read_only(e); ensures range: \result < 2; */
static inline word_t a64_pte_read_only(word_t e) { return e / 128u % 2u; }
/*@ assigns \nothing; ensures value: \result == a64_pte_share(e); ensures range: \result < 4; */
static inline word_t a64_pte_share(word_t e) { return e / 256u % 4u; }
/*@ assigns \nothing; ensures value: \result == a64_pte_accessed(e); ensures range: \result < 2; */
static inline word_t a64_pte_accessed(word_t e) { return e / 1024u % 2u; }
/*@ assigns \nothing; ensures value: \result == a64_pte_not_global(e); ensures range: \result < 2; */
static inline word_t a64_pte_not_global(word_t e) { return e / 2048u % 2u; }
/*@ assigns \nothing; ensures value: \result == a64_pte_frame(e); ensures range: \result < 68719476736; */
static inline word_t a64_pte_frame(word_t e) { return e / 4096u % 68719476736u; }
/*@ assigns \nothing; ensures value: \result == a64_pte_kernel_no_execute(e); ensures range: \result < 2; */
static inline word_t a64_pte_kernel_no_execute(word_t e) { return e / 9007199254740992u % 2u; }
/*@ assigns \nothing; ensures value: \result == a64_pte_no_execute(e); ensures range: \result < 2; */
static inline word_t a64_pte_no_execute(word_t e) { return e / 18014398509481984u % 2u; }
/*@ assigns \nothing; ensures value: \result == a64_pte_table(e); ensures range: \result < 2; */
static inline word_t a64_pte_table(word_t e) { return e / 36028797018963968u % 2u; }

/* What generic code reads. */
/*@
    logic integer pte_present(integer e) = a64_pte_present(e);
    logic integer pte_is_table(integer e) = a64_pte_table(e);
    logic integer pte_frame(integer e) = a64_pte_frame(e);
    logic integer pte_writable(integer e) = (1 - a64_pte_read_only(e));
    logic integer pte_executable(integer e) = (1 - a64_pte_no_execute(e));
    logic integer pte_device(integer e) = (a64_pte_attribute(e) % 2);
*/
/* pte_present - 1 if the entry shows something. */
/*@ assigns \nothing; ensures value: \result == pte_present(e); ensures range: \result < 2; */
static inline word_t pte_present(word_t e) { return a64_pte_present(e); }
/* pte_is_table - 1 if it shows a page table of the next lower level. */
/*@ assigns \nothing; ensures value: \result == pte_is_table(e); ensures range: \result < 2; */
static inline word_t pte_is_table(word_t e) { return a64_pte_table(e); }
/* pte_frame - the frame shown. */
/*@ assigns \nothing; ensures value: \result == pte_frame(e); ensures range: \result < 1099511627776; */
static inline word_t pte_frame(word_t e) { return a64_pte_frame(e); }
/* pte_writable - 1 if a leaf allows stores. */
/*@ assigns \nothing; ensures value: \result == pte_writable(e); ensures range: \result < 2; */
static inline word_t pte_writable(word_t e) { return (1u - a64_pte_read_only(e)); }
/* pte_executable - 1 if programs may fetch instructions from a leaf. */
/*@ assigns \nothing; ensures value: \result == pte_executable(e); ensures range: \result < 2; */
static inline word_t pte_executable(word_t e) { return (1u - a64_pte_no_execute(e)); }
/* pte_device - 1 if a leaf shows device memory: uncached, in order. */
/*@ assigns \nothing; ensures value: \result == pte_device(e); ensures range: \result < 2; */
static inline word_t pte_device(word_t e) { return (a64_pte_attribute(e) % 2u); }

/* pte_leaf_make - Entry of a level-1 table that shows a frame to programs; always readable. The machine changes no bit of it afterwards. */
/*@ requires range: frame < 1048576 && write < 2 && execute < 2 && device < 2;
    requires w_xor_x: (write + execute) <= 1;
    assigns \nothing;
    ensures present: pte_present(\result) == 1;
    ensures is_table: pte_is_table(\result) == 0;
    ensures frame: pte_frame(\result) == frame;
    ensures writable: pte_writable(\result) == write;
    ensures executable: pte_executable(\result) == execute;
    ensures device: pte_device(\result) == device;
 */
static inline word_t pte_leaf_make(word_t frame, word_t write, word_t execute, word_t device)
{
    word_t e56 = 0u;
    word_t e55 = e56 * 2u + 0u; /* table */
    /*@ assert e55 / 2 == e56 && e55 % 2 == 0; */
    word_t e54 = e55 * 2u + (1u - execute); /* no_execute */
    /*@ assert e54 / 2 == e55 && e54 % 2 == (1 - execute); */
    word_t e53 = e54 * 2u + 1u; /* kernel_no_execute */
    /*@ assert e53 / 2 == e54 && e53 % 2 == 1; */
    word_t e48 = e53 * 32u + 0u; /* gap48 */
    /*@ assert e48 / 32 == e53 && e48 % 32 == 0; */
    word_t e12 = e48 * 68719476736u + frame; /* frame */
    /*@ assert e12 / 68719476736 == e48 && e12 % 68719476736 == frame; */
    word_t e11 = e12 * 2u + 1u; /* not_global */
    /*@ assert e11 / 2 == e12 && e11 % 2 == 1; */
    word_t e10 = e11 * 2u + 1u; /* accessed */
    /*@ assert e10 / 2 == e11 && e10 % 2 == 1; */
    word_t e8 = e10 * 4u + 3u; /* share */
    /*@ assert e8 / 4 == e10 && e8 % 4 == 3; */
    word_t e7 = e8 * 2u + (1u - write); /* read_only */
    /*@ assert e7 / 2 == e8 && e7 % 2 == (1 - write); */
    word_t e6 = e7 * 2u + 1u; /* user */
    /*@ assert e6 / 2 == e7 && e6 % 2 == 1; */
    word_t e5 = e6 * 2u + 0u; /* gap5 */
    /*@ assert e5 / 2 == e6 && e5 % 2 == 0; */
    word_t e2 = e5 * 8u + device; /* attribute */
    /*@ assert e2 / 8 == e5 && e2 % 8 == device; */
    word_t e1 = e2 * 2u + 1u; /* four */
    /*@ assert e1 / 2 == e2 && e1 % 2 == 1; */
    word_t e0 = e1 * 2u + 1u; /* present */
    /*@ assert e0 / 2 == e1 && e0 % 2 == 1; */
    /*@ assert e0 / 2 == e1; */
    /*@ assert e0 / 4 == e2; */
    /*@ assert e0 / 32 == e5; */
    /*@ assert e0 / 64 == e6; */
    /*@ assert e0 / 128 == e7; */
    /*@ assert e0 / 256 == e8; */
    /*@ assert e0 / 1024 == e10; */
    /*@ assert e0 / 2048 == e11; */
    /*@ assert e0 / 4096 == e12; */
    /*@ assert e0 / 281474976710656 == e48; */
    /*@ assert e0 / 9007199254740992 == e53; */
    /*@ assert e0 / 18014398509481984 == e54; */
    /*@ assert e0 / 36028797018963968 == e55; */
    /*@ assert e0 / 72057594037927936 == e56; */
    return e0;
}

/* pte_table_make - Entry of a higher table that shows a table of the next lower level. */
/*@ requires range: frame < 1048576;
    assigns \nothing;
    ensures present: pte_present(\result) == 1;
    ensures is_table: pte_is_table(\result) == 1;
    ensures frame: pte_frame(\result) == frame;
 */
static inline word_t pte_table_make(word_t frame)
{
    word_t e56 = 0u;
    word_t e55 = e56 * 2u + 1u; /* table */
    /*@ assert e55 / 2 == e56 && e55 % 2 == 1; */
    word_t e54 = e55 * 2u + 0u; /* no_execute */
    /*@ assert e54 / 2 == e55 && e54 % 2 == 0; */
    word_t e53 = e54 * 2u + 0u; /* kernel_no_execute */
    /*@ assert e53 / 2 == e54 && e53 % 2 == 0; */
    word_t e48 = e53 * 32u + 0u; /* gap48 */
    /*@ assert e48 / 32 == e53 && e48 % 32 == 0; */
    word_t e12 = e48 * 68719476736u + frame; /* frame */
    /*@ assert e12 / 68719476736 == e48 && e12 % 68719476736 == frame; */
    word_t e11 = e12 * 2u + 0u; /* not_global */
    /*@ assert e11 / 2 == e12 && e11 % 2 == 0; */
    word_t e10 = e11 * 2u + 0u; /* accessed */
    /*@ assert e10 / 2 == e11 && e10 % 2 == 0; */
    word_t e8 = e10 * 4u + 0u; /* share */
    /*@ assert e8 / 4 == e10 && e8 % 4 == 0; */
    word_t e7 = e8 * 2u + 0u; /* read_only */
    /*@ assert e7 / 2 == e8 && e7 % 2 == 0; */
    word_t e6 = e7 * 2u + 0u; /* user */
    /*@ assert e6 / 2 == e7 && e6 % 2 == 0; */
    word_t e5 = e6 * 2u + 0u; /* gap5 */
    /*@ assert e5 / 2 == e6 && e5 % 2 == 0; */
    word_t e2 = e5 * 8u + 0u; /* attribute */
    /*@ assert e2 / 8 == e5 && e2 % 8 == 0; */
    word_t e1 = e2 * 2u + 1u; /* four */
    /*@ assert e1 / 2 == e2 && e1 % 2 == 1; */
    word_t e0 = e1 * 2u + 1u; /* present */
    /*@ assert e0 / 2 == e1 && e0 % 2 == 1; */
    /*@ assert e0 / 2 == e1; */
    /*@ assert e0 / 4 == e2; */
    /*@ assert e0 / 32 == e5; */
    /*@ assert e0 / 64 == e6; */
    /*@ assert e0 / 128 == e7; */
    /*@ assert e0 / 256 == e8; */
    /*@ assert e0 / 1024 == e10; */
    /*@ assert e0 / 2048 == e11; */
    /*@ assert e0 / 4096 == e12; */
    /*@ assert e0 / 281474976710656 == e48; */
    /*@ assert e0 / 9007199254740992 == e53; */
    /*@ assert e0 / 18014398509481984 == e54; */
    /*@ assert e0 / 36028797018963968 == e55; */
    /*@ assert e0 / 72057594037927936 == e56; */
    return e0;
}
#endif
