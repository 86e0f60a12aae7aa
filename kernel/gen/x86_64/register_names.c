/* register_names.c - what the registers of a thread's image are called on x86_64. Generated from spec/arch/x86_64/abi.yaml. */
#include <names.h>

const char *name_register(word_t number)
{
    switch (number) {
    case 0u: return "rdi";
    case 1u: return "rax";
    case 2u: return "rsi";
    case 3u: return "rbx";
    case 4u: return "rbp";
    case 5u: return "r12";
    case 6u: return "r13";
    case 7u: return "r14";
    case 8u: return "r15";
    case 9u: return "r8";
    case 10u: return "r9";
    case 11u: return "r10";
    case 12u: return "rdx";
    case 13u: return "rcx";
    case 14u: return "r11";
    case 15u: return "rflags";
    default: return "?";
    }
}

word_t name_registers(void)
{
    return 16u;
}
