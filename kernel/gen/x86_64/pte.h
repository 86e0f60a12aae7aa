/* pte.h - page-table entries by arithmetic: gcc emits shifts and masks, WP sees division. Generated from spec/arch/x86_64/pte.yaml.
 * Intel SDM vol. 3A, 4.5, tables 4-19 and 4-20. */
#ifndef PTE_H
#define PTE_H
#include <abi.h>

/* The bits. */
/*@
    logic integer x86_pte_present(integer e) = (e / 1) % 2; // the entry translates
    logic integer x86_pte_writable(integer e) = (e / 2) % 2; // stores are allowed
    logic integer x86_pte_user(integer e) = (e / 4) % 2; // programs may use it
    logic integer x86_pte_through(integer e) = (e / 8) % 2; // write-through
    logic integer x86_pte_uncached(integer e) = (e / 16) % 2; // not cached
    logic integer x86_pte_accessed(integer e) = (e / 32) % 2; // set by the machine on use: made set, so that it never changes
    logic integer x86_pte_dirty(integer e) = (e / 64) % 2; // set by the machine on a store: made set
    logic integer x86_pte_large(integer e) = (e / 128) % 2; // PAT of a 4 KiB leaf, page size in higher tables
    logic integer x86_pte_global(integer e) = (e / 256) % 2; // survives a change of address space
    logic integer x86_pte_table(integer e) = (e / 512) % 2; // ignored by the machine: shows a table
    logic integer x86_pte_frame(integer e) = (e / 4096) % 1099511627776; // physical address / 4096
    logic integer x86_pte_no_execute(integer e) = (e / 9223372036854775808) % 2; // instruction fetch faults
*/
/*@ assigns \nothing; ensures value: \result == x86_pte_present(e); ensures range: \result < 2; */
static inline word_t x86_pte_present(word_t e) { return e / 1u % 2u; }
/*@ assigns \nothing; ensures value: \result == x86_pte_writable(e); ensures range: \result < 2; */
static inline word_t x86_pte_writable(word_t e) { return e / 2u % 2u; }
/*@ assigns \nothing; ensures value: \result == x86_pte_user(e); ensures range: \result < 2; */
static inline word_t x86_pte_user(word_t e) { return e / 4u % 2u; }
/*@ assigns \nothing; ensures value: \result == x86_pte_through(e); ensures range: \result < 2; */
static inline word_t x86_pte_through(word_t e) { return e / 8u % 2u; }
/*@ assigns \nothing; ensures value: \result == x86_pte_uncached(e); ensures range: \result < 2; */
static inline word_t x86_pte_uncached(word_t e) { return e / 16u % 2u; }
/*@ assigns \nothing; ensures value: \result == x86_pte_accessed(e); ensures range: \result < 2; */
static inline word_t x86_pte_accessed(word_t e) { return e / 32u % 2u; }
/*@ assigns \nothing; ensures value: \result == x86_pte_dirty(e); ensures range: \result < 2; */
static inline word_t x86_pte_dirty(word_t e) { return e / 64u % 2u; }
/*@ assigns \nothing; ensures value: \result == x86_pte_large(e); ensures range: \result < 2; */
static inline word_t x86_pte_large(word_t e) { return e / 128u % 2u; }
/*@ assigns \nothing; ensures value: \result == x86_pte_global(e); ensures range: \result < 2; */
static inline word_t x86_pte_global(word_t e) { return e / 256u % 2u; }
/*@ assigns \nothing; ensures value: \result == x86_pte_table(e); ensures range: \result < 2; */
static inline word_t x86_pte_table(word_t e) { return e / 512u % 2u; }
/*@ assigns \nothing; ensures value: \result == x86_pte_frame(e); ensures range: \result < 1099511627776; */
static inline word_t x86_pte_frame(word_t e) { return e / 4096u % 1099511627776u; }
/*@ assigns \nothing; ensures value: \result == x86_pte_no_execute(e); ensures range: \result < 2; */
static inline word_t x86_pte_no_execute(word_t e) { return e / 9223372036854775808u % 2u; }

/* What generic code reads. */
/*@
    logic integer pte_present(integer e) = x86_pte_present(e);
    logic integer pte_is_table(integer e) = x86_pte_table(e);
    logic integer pte_frame(integer e) = x86_pte_frame(e);
    logic integer pte_writable(integer e) = x86_pte_writable(e);
    logic integer pte_executable(integer e) = (1 - x86_pte_no_execute(e));
    logic integer pte_device(integer e) = x86_pte_uncached(e);
*/
/* pte_present - 1 if the entry shows something. */
/*@ assigns \nothing; ensures value: \result == pte_present(e); ensures range: \result < 2; */
static inline word_t pte_present(word_t e) { return x86_pte_present(e); }
/* pte_is_table - 1 if it shows a page table of the next lower level. */
/*@ assigns \nothing; ensures value: \result == pte_is_table(e); ensures range: \result < 2; */
static inline word_t pte_is_table(word_t e) { return x86_pte_table(e); }
/* pte_frame - the frame shown. */
/*@ assigns \nothing; ensures value: \result == pte_frame(e); ensures range: \result < 1099511627776; */
static inline word_t pte_frame(word_t e) { return x86_pte_frame(e); }
/* pte_writable - 1 if a leaf allows stores. */
/*@ assigns \nothing; ensures value: \result == pte_writable(e); ensures range: \result < 2; */
static inline word_t pte_writable(word_t e) { return x86_pte_writable(e); }
/* pte_executable - 1 if programs may fetch instructions from a leaf. */
/*@ assigns \nothing; ensures value: \result == pte_executable(e); ensures range: \result < 2; */
static inline word_t pte_executable(word_t e) { return (1u - x86_pte_no_execute(e)); }
/* pte_device - 1 if a leaf shows device memory: uncached, in order. */
/*@ assigns \nothing; ensures value: \result == pte_device(e); ensures range: \result < 2; */
static inline word_t pte_device(word_t e) { return x86_pte_uncached(e); }

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
    word_t e63 = (1u - execute);
    word_t e52 = e63 * 2048u + 0u; /* gap52 */
    /*@ assert e52 / 2048 == e63 && e52 % 2048 == 0; */
    word_t e12 = e52 * 1099511627776u + frame; /* frame */
    /*@ assert e12 / 1099511627776 == e52 && e12 % 1099511627776 == frame; */
    word_t e10 = e12 * 4u + 0u; /* gap10 */
    /*@ assert e10 / 4 == e12 && e10 % 4 == 0; */
    word_t e9 = e10 * 2u + 0u; /* table */
    /*@ assert e9 / 2 == e10 && e9 % 2 == 0; */
    word_t e8 = e9 * 2u + 0u; /* global */
    /*@ assert e8 / 2 == e9 && e8 % 2 == 0; */
    word_t e7 = e8 * 2u + 0u; /* large */
    /*@ assert e7 / 2 == e8 && e7 % 2 == 0; */
    word_t e6 = e7 * 2u + 1u; /* dirty */
    /*@ assert e6 / 2 == e7 && e6 % 2 == 1; */
    word_t e5 = e6 * 2u + 1u; /* accessed */
    /*@ assert e5 / 2 == e6 && e5 % 2 == 1; */
    word_t e4 = e5 * 2u + device; /* uncached */
    /*@ assert e4 / 2 == e5 && e4 % 2 == device; */
    word_t e3 = e4 * 2u + device; /* through */
    /*@ assert e3 / 2 == e4 && e3 % 2 == device; */
    word_t e2 = e3 * 2u + 1u; /* user */
    /*@ assert e2 / 2 == e3 && e2 % 2 == 1; */
    word_t e1 = e2 * 2u + write; /* writable */
    /*@ assert e1 / 2 == e2 && e1 % 2 == write; */
    word_t e0 = e1 * 2u + 1u; /* present */
    /*@ assert e0 / 2 == e1 && e0 % 2 == 1; */
    /*@ assert e0 / 2 == e1; */
    /*@ assert e0 / 4 == e2; */
    /*@ assert e0 / 8 == e3; */
    /*@ assert e0 / 16 == e4; */
    /*@ assert e0 / 32 == e5; */
    /*@ assert e0 / 64 == e6; */
    /*@ assert e0 / 128 == e7; */
    /*@ assert e0 / 256 == e8; */
    /*@ assert e0 / 512 == e9; */
    /*@ assert e0 / 1024 == e10; */
    /*@ assert e0 / 4096 == e12; */
    /*@ assert e0 / 4503599627370496 == e52; */
    /*@ assert e0 / 9223372036854775808 == e63; */
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
    word_t e63 = 0u;
    word_t e52 = e63 * 2048u + 0u; /* gap52 */
    /*@ assert e52 / 2048 == e63 && e52 % 2048 == 0; */
    word_t e12 = e52 * 1099511627776u + frame; /* frame */
    /*@ assert e12 / 1099511627776 == e52 && e12 % 1099511627776 == frame; */
    word_t e10 = e12 * 4u + 0u; /* gap10 */
    /*@ assert e10 / 4 == e12 && e10 % 4 == 0; */
    word_t e9 = e10 * 2u + 1u; /* table */
    /*@ assert e9 / 2 == e10 && e9 % 2 == 1; */
    word_t e8 = e9 * 2u + 0u; /* global */
    /*@ assert e8 / 2 == e9 && e8 % 2 == 0; */
    word_t e7 = e8 * 2u + 0u; /* large */
    /*@ assert e7 / 2 == e8 && e7 % 2 == 0; */
    word_t e6 = e7 * 2u + 0u; /* dirty */
    /*@ assert e6 / 2 == e7 && e6 % 2 == 0; */
    word_t e5 = e6 * 2u + 1u; /* accessed */
    /*@ assert e5 / 2 == e6 && e5 % 2 == 1; */
    word_t e4 = e5 * 2u + 0u; /* uncached */
    /*@ assert e4 / 2 == e5 && e4 % 2 == 0; */
    word_t e3 = e4 * 2u + 0u; /* through */
    /*@ assert e3 / 2 == e4 && e3 % 2 == 0; */
    word_t e2 = e3 * 2u + 1u; /* user */
    /*@ assert e2 / 2 == e3 && e2 % 2 == 1; */
    word_t e1 = e2 * 2u + 1u; /* writable */
    /*@ assert e1 / 2 == e2 && e1 % 2 == 1; */
    word_t e0 = e1 * 2u + 1u; /* present */
    /*@ assert e0 / 2 == e1 && e0 % 2 == 1; */
    /*@ assert e0 / 2 == e1; */
    /*@ assert e0 / 4 == e2; */
    /*@ assert e0 / 8 == e3; */
    /*@ assert e0 / 16 == e4; */
    /*@ assert e0 / 32 == e5; */
    /*@ assert e0 / 64 == e6; */
    /*@ assert e0 / 128 == e7; */
    /*@ assert e0 / 256 == e8; */
    /*@ assert e0 / 512 == e9; */
    /*@ assert e0 / 1024 == e10; */
    /*@ assert e0 / 4096 == e12; */
    /*@ assert e0 / 4503599627370496 == e52; */
    /*@ assert e0 / 9223372036854775808 == e63; */
    return e0;
}
#endif
