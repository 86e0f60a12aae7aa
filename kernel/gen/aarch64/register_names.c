/* register_names.c - what the registers of a thread's image are called on aarch64. Generated from spec/arch/aarch64/abi.yaml. */
#include <names.h>

word_t name_register(word_t number)
{
    switch (number) {
    case 0u: return TEXT_REGISTER_X0;
    case 1u: return TEXT_REGISTER_X1;
    case 2u: return TEXT_REGISTER_X9;
    case 3u: return TEXT_REGISTER_X19;
    case 4u: return TEXT_REGISTER_X20;
    case 5u: return TEXT_REGISTER_X21;
    case 6u: return TEXT_REGISTER_X22;
    case 7u: return TEXT_REGISTER_X23;
    case 8u: return TEXT_REGISTER_X24;
    case 9u: return TEXT_REGISTER_X25;
    case 10u: return TEXT_REGISTER_X26;
    case 11u: return TEXT_REGISTER_X27;
    case 12u: return TEXT_REGISTER_X28;
    case 13u: return TEXT_REGISTER_X2;
    case 14u: return TEXT_REGISTER_X3;
    case 15u: return TEXT_REGISTER_X4;
    case 16u: return TEXT_REGISTER_X5;
    case 17u: return TEXT_REGISTER_X6;
    case 18u: return TEXT_REGISTER_X7;
    case 19u: return TEXT_REGISTER_X8;
    case 20u: return TEXT_REGISTER_X10;
    case 21u: return TEXT_REGISTER_X11;
    case 22u: return TEXT_REGISTER_X12;
    case 23u: return TEXT_REGISTER_X13;
    case 24u: return TEXT_REGISTER_X14;
    case 25u: return TEXT_REGISTER_X15;
    case 26u: return TEXT_REGISTER_X16;
    case 27u: return TEXT_REGISTER_X17;
    case 28u: return TEXT_REGISTER_X18;
    case 29u: return TEXT_REGISTER_X29;
    case 30u: return TEXT_REGISTER_X30;
    case 31u: return TEXT_REGISTER_SPSR;
    default: return TEXT_UNKNOWN;
    }
}

word_t name_registers(void)
{
    return 32u;
}
