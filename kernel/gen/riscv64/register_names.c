/* register_names.c - what the registers of a thread's image are called on riscv64. Generated from spec/arch/riscv64/abi.yaml. */
#include <names.h>

const char *name_register(word_t number)
{
    switch (number) {
    case 0u: return "a0";
    case 1u: return "a3";
    case 2u: return "s11";
    case 3u: return "s1";
    case 4u: return "s2";
    case 5u: return "s3";
    case 6u: return "s4";
    case 7u: return "s5";
    case 8u: return "s6";
    case 9u: return "s7";
    case 10u: return "s8";
    case 11u: return "s9";
    case 12u: return "s10";
    case 13u: return "a7";
    case 14u: return "ra";
    case 15u: return "gp";
    case 16u: return "t0";
    case 17u: return "t1";
    case 18u: return "t2";
    case 19u: return "s0";
    case 20u: return "a1";
    case 21u: return "a2";
    case 22u: return "a4";
    case 23u: return "a5";
    case 24u: return "a6";
    case 25u: return "t3";
    case 26u: return "t4";
    case 27u: return "t5";
    case 28u: return "t6";
    case 29u: return "sstatus";
    default: return "?";
    }
}

word_t name_registers(void)
{
    return 30u;
}
