/* register_names.c - what the registers of a thread's image are called on x86_64. Generated from spec/arch/x86_64/abi.yaml. */
#include <names.h>

word_t name_register(word_t number)
{
    switch (number) {
    case 0u: return TEXT_REGISTER_RDI;
    case 1u: return TEXT_REGISTER_RAX;
    case 2u: return TEXT_REGISTER_RSI;
    case 3u: return TEXT_REGISTER_RBX;
    case 4u: return TEXT_REGISTER_RBP;
    case 5u: return TEXT_REGISTER_R12;
    case 6u: return TEXT_REGISTER_R13;
    case 7u: return TEXT_REGISTER_R14;
    case 8u: return TEXT_REGISTER_R15;
    case 9u: return TEXT_REGISTER_R8;
    case 10u: return TEXT_REGISTER_R9;
    case 11u: return TEXT_REGISTER_R10;
    case 12u: return TEXT_REGISTER_RDX;
    case 13u: return TEXT_REGISTER_RCX;
    case 14u: return TEXT_REGISTER_R11;
    case 15u: return TEXT_REGISTER_RFLAGS;
    default: return TEXT_UNKNOWN;
    }
}

word_t name_registers(void)
{
    return 16u;
}
