/* register_names.c - what the registers of a thread's image are called on riscv64. Generated from spec/arch/riscv64/abi.yaml. */
#include <names.h>

word_t name_register(word_t number)
{
    switch (number) {
    case 0u: return TEXT_REGISTER_A0;
    case 1u: return TEXT_REGISTER_A3;
    case 2u: return TEXT_REGISTER_S11;
    case 3u: return TEXT_REGISTER_S1;
    case 4u: return TEXT_REGISTER_S2;
    case 5u: return TEXT_REGISTER_S3;
    case 6u: return TEXT_REGISTER_S4;
    case 7u: return TEXT_REGISTER_S5;
    case 8u: return TEXT_REGISTER_S6;
    case 9u: return TEXT_REGISTER_S7;
    case 10u: return TEXT_REGISTER_S8;
    case 11u: return TEXT_REGISTER_S9;
    case 12u: return TEXT_REGISTER_S10;
    case 13u: return TEXT_REGISTER_A7;
    case 14u: return TEXT_REGISTER_RA;
    case 15u: return TEXT_REGISTER_GP;
    case 16u: return TEXT_REGISTER_T0;
    case 17u: return TEXT_REGISTER_T1;
    case 18u: return TEXT_REGISTER_T2;
    case 19u: return TEXT_REGISTER_S0;
    case 20u: return TEXT_REGISTER_A1;
    case 21u: return TEXT_REGISTER_A2;
    case 22u: return TEXT_REGISTER_A4;
    case 23u: return TEXT_REGISTER_A5;
    case 24u: return TEXT_REGISTER_A6;
    case 25u: return TEXT_REGISTER_T3;
    case 26u: return TEXT_REGISTER_T4;
    case 27u: return TEXT_REGISTER_T5;
    case 28u: return TEXT_REGISTER_T6;
    case 29u: return TEXT_REGISTER_SSTATUS;
    default: return TEXT_UNKNOWN;
    }
}

word_t name_registers(void)
{
    return 30u;
}
