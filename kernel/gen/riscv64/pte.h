/* pte.h - page-table entries by arithmetic: gcc emits shifts and masks, WP sees division. Generated from spec/arch/riscv64/pte.yaml.
 * RISC-V privileged architecture 20211203, 4.4.1 (Sv39) and 4.5 (Sv48). */
#ifndef PTE_H
#define PTE_H
#include <abi.h>

/* The bits. */
/*@
    logic integer rv_pte_present(integer e) = (e / 1) % 2; // V: the entry translates
    logic integer rv_pte_readable(integer e) = (e / 2) % 2; // R: loads are allowed; R = W = X = 0 shows a table
    logic integer rv_pte_writable(integer e) = (e / 4) % 2; // W: stores are allowed
    logic integer rv_pte_execute(integer e) = (e / 8) % 2; // X: instructions may be fetched
    logic integer rv_pte_user(integer e) = (e / 16) % 2; // U: programs may use it
    logic integer rv_pte_global(integer e) = (e / 32) % 2; // G: in every address space
    logic integer rv_pte_accessed(integer e) = (e / 64) % 2; // A: made set, so that it never changes
    logic integer rv_pte_dirty(integer e) = (e / 128) % 2; // D: made set
    logic integer rv_pte_table(integer e) = (e / 256) % 2; // left to software: shows a table
    logic integer rv_pte_device(integer e) = (e / 512) % 2; // left to software: device memory (its physical address makes it uncached)
    logic integer rv_pte_frame(integer e) = (e / 1024) % 1099511627776; // physical address / 4096
*/
/*@ assigns \nothing; ensures value: \result == rv_pte_present(e); ensures range: \result < 2; */
static inline word_t rv_pte_present(word_t e) { return e / 1u % 2u; }
/*@ assigns \nothing; ensures value: \result == rv_pte_readable(e); ensures range: \result < 2; */
static inline word_t rv_pte_readable(word_t e) { return e / 2u % 2u; }
/*@ assigns \nothing; ensures value: \result == rv_pte_writable(e); ensures range: \result < 2; */
static inline word_t rv_pte_writable(word_t e) { return e / 4u % 2u; }
/*@ assigns \nothing; ensures value: \result == rv_pte_execute(e); ensures range: \result < 2; */
static inline word_t rv_pte_execute(word_t e) { return e / 8u % 2u; }
/*@ assigns \nothing; ensures value: \result == rv_pte_user(e); ensures range: \result < 2; */
static inline word_t rv_pte_user(word_t e) { return e / 16u % 2u; }
/*@ assigns \nothing; ensures value: \result == rv_pte_global(e); ensures range: \result < 2; */
static inline word_t rv_pte_global(word_t e) { return e / 32u % 2u; }
/*@ assigns \nothing; ensures value: \result == rv_pte_accessed(e); ensures range: \result < 2; */
static inline word_t rv_pte_accessed(word_t e) { return e / 64u % 2u; }
/*@ assigns \nothing; ensures value: \result == rv_pte_dirty(e); ensures range: \result < 2; */
static inline word_t rv_pte_dirty(word_t e) { return e / 128u % 2u; }
/*@ assigns \nothing; ensures value: \result == rv_pte_table(e); ensures range: \result < 2; */
static inline word_t rv_pte_table(word_t e) { return e / 256u % 2u; }
/*@ assigns \nothing; ensures value: \result == rv_pte_device(e); ensures range: \result < 2; */
static inline word_t rv_pte_device(word_t e) { return e / 512u % 2u; }
/*@ assigns \nothing; ensures value: \result == rv_pte_frame(e); ensures range: \result < 1099511627776; */
static inline word_t rv_pte_frame(word_t e) { return e / 1024u % 1099511627776u; }

/* What generic code reads. */
/*@
    logic integer pte_present(integer e) = rv_pte_present(e);
    logic integer pte_is_table(integer e) = rv_pte_table(e);
    logic integer pte_frame(integer e) = rv_pte_frame(e);
    logic integer pte_writable(integer e) = rv_pte_writable(e);
    logic integer pte_executable(integer e) = rv_pte_execute(e);
    logic integer pte_device(integer e) = rv_pte_device(e);
*/
/* pte_present - 1 if the entry shows something. */
/*@ assigns \nothing; ensures value: \result == pte_present(e); ensures range: \result < 2; */
static inline word_t pte_present(word_t e) { return rv_pte_present(e); }
/* pte_is_table - 1 if it shows a page table of the next lower level. */
/*@ assigns \nothing; ensures value: \result == pte_is_table(e); ensures range: \result < 2; */
static inline word_t pte_is_table(word_t e) { return rv_pte_table(e); }
/* pte_frame - the frame shown. */
/*@ assigns \nothing; ensures value: \result == pte_frame(e); ensures range: \result < 1099511627776; */
static inline word_t pte_frame(word_t e) { return rv_pte_frame(e); }
/* pte_writable - 1 if a leaf allows stores. */
/*@ assigns \nothing; ensures value: \result == pte_writable(e); ensures range: \result < 2; */
static inline word_t pte_writable(word_t e) { return rv_pte_writable(e); }
/* pte_executable - 1 if programs may fetch instructions from a leaf. */
/*@ assigns \nothing; ensures value: \result == pte_executable(e); ensures range: \result < 2; */
static inline word_t pte_executable(word_t e) { return rv_pte_execute(e); }
/* pte_device - 1 if a leaf shows device memory: uncached, in order. */
/*@ assigns \nothing; ensures value: \result == pte_device(e); ensures range: \result < 2; */
static inline word_t pte_device(word_t e) { return rv_pte_device(e); }

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
    word_t e50 = 0u;
    word_t e10 = e50 * 1099511627776u + frame; /* frame */
    /*@ assert e10 / 1099511627776 == e50 && e10 % 1099511627776 == frame; */
    word_t e9 = e10 * 2u + device; /* device */
    /*@ assert e9 / 2 == e10 && e9 % 2 == device; */
    word_t e8 = e9 * 2u + 0u; /* table */
    /*@ assert e8 / 2 == e9 && e8 % 2 == 0; */
    word_t e7 = e8 * 2u + 1u; /* dirty */
    /*@ assert e7 / 2 == e8 && e7 % 2 == 1; */
    word_t e6 = e7 * 2u + 1u; /* accessed */
    /*@ assert e6 / 2 == e7 && e6 % 2 == 1; */
    word_t e5 = e6 * 2u + 0u; /* global */
    /*@ assert e5 / 2 == e6 && e5 % 2 == 0; */
    word_t e4 = e5 * 2u + 1u; /* user */
    /*@ assert e4 / 2 == e5 && e4 % 2 == 1; */
    word_t e3 = e4 * 2u + execute; /* execute */
    /*@ assert e3 / 2 == e4 && e3 % 2 == execute; */
    word_t e2 = e3 * 2u + write; /* writable */
    /*@ assert e2 / 2 == e3 && e2 % 2 == write; */
    word_t e1 = e2 * 2u + 1u; /* readable */
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
    /*@ assert e0 / 1125899906842624 == e50; */
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
    word_t e50 = 0u;
    word_t e10 = e50 * 1099511627776u + frame; /* frame */
    /*@ assert e10 / 1099511627776 == e50 && e10 % 1099511627776 == frame; */
    word_t e9 = e10 * 2u + 0u; /* device */
    /*@ assert e9 / 2 == e10 && e9 % 2 == 0; */
    word_t e8 = e9 * 2u + 1u; /* table */
    /*@ assert e8 / 2 == e9 && e8 % 2 == 1; */
    word_t e7 = e8 * 2u + 0u; /* dirty */
    /*@ assert e7 / 2 == e8 && e7 % 2 == 0; */
    word_t e6 = e7 * 2u + 0u; /* accessed */
    /*@ assert e6 / 2 == e7 && e6 % 2 == 0; */
    word_t e5 = e6 * 2u + 0u; /* global */
    /*@ assert e5 / 2 == e6 && e5 % 2 == 0; */
    word_t e4 = e5 * 2u + 0u; /* user */
    /*@ assert e4 / 2 == e5 && e4 % 2 == 0; */
    word_t e3 = e4 * 2u + 0u; /* execute */
    /*@ assert e3 / 2 == e4 && e3 % 2 == 0; */
    word_t e2 = e3 * 2u + 0u; /* writable */
    /*@ assert e2 / 2 == e3 && e2 % 2 == 0; */
    word_t e1 = e2 * 2u + 0u; /* readable */
    /*@ assert e1 / 2 == e2 && e1 % 2 == 0; */
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
    /*@ assert e0 / 1125899906842624 == e50; */
    return e0;
}
#endif
