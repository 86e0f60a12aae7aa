/* register_names.c - what the registers of a thread's image are called on aarch64. Generated from spec/arch/aarch64/abi.yaml. */
#include <names.h>

const char *name_register(word_t number)
{
    switch (number) {
    case 0u: return "x0";
    case 1u: return "x1";
    case 2u: return "x9";
    case 3u: return "x19";
    case 4u: return "x20";
    case 5u: return "x21";
    case 6u: return "x22";
    case 7u: return "x23";
    case 8u: return "x24";
    case 9u: return "x25";
    case 10u: return "x26";
    case 11u: return "x27";
    case 12u: return "x28";
    case 13u: return "x2";
    case 14u: return "x3";
    case 15u: return "x4";
    case 16u: return "x5";
    case 17u: return "x6";
    case 18u: return "x7";
    case 19u: return "x8";
    case 20u: return "x10";
    case 21u: return "x11";
    case 22u: return "x12";
    case 23u: return "x13";
    case 24u: return "x14";
    case 25u: return "x15";
    case 26u: return "x16";
    case 27u: return "x17";
    case 28u: return "x18";
    case 29u: return "x29";
    case 30u: return "x30";
    case 31u: return "spsr";
    default: return "?";
    }
}

word_t name_registers(void)
{
    return 32u;
}
