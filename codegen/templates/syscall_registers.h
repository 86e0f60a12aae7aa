/* syscall_registers.h - a system call of {{ arch.name }} as register variables and one instruction. Generated from {{ arch.file }}.
 * Invariant: every register that can carry words to the kernel is set, so nothing but the message leaves this program. */
#ifndef SYSCALL_REGISTERS_H
#define SYSCALL_REGISTERS_H
#include <abi.h>
{% set r = arch.registers %}
{% set words = range(10) %}

#define ABI_REGISTERS(number, self, label, count, {% for i in words %}v{{ i }}{{ ", " if not loop.last }}{% endfor %}) \
    register word_t r_badge __asm__("{{ r.badge }}") = (self); \
    register word_t r_label __asm__("{{ r.label }}") = (label); \
{% if arch.call.method == "count" %}
    register word_t r_count __asm__("{{ r.count }}") = (number) + (word_t)(count) * 256u; \
{% else %}
    register word_t r_count __asm__("{{ r.count }}") = (count); \
{% endif %}
{% if arch.call.method not in ("count", "immediate") %}
    register word_t r_method __asm__("{{ arch.call.method }}") = (number); \
{% endif %}
{% for i in words %}
    register word_t r_w{{ i }} __asm__("{{ r.words[i] }}") = (v{{ i }}){{ "; \\" if not loop.last else "" }}
{% endfor %}

#define ABI_SYSCALL(number) \
    __asm__ volatile("{% for c in arch.call.zero %}{{ c }}; {% endfor %}{{ arch.call.instruction | replace("{method}", "%c[n]") }}" \
                     : "+r"(r_badge), "+r"(r_label), "+r"(r_count), {{ '"+r"(r_method), ' if arch.call.method not in ("count", "immediate") }}{% for i in words %}"+r"(r_w{{ i }}){{ ", " if not loop.last }}{% endfor %} \
                     : [n] "i"(number) \
                     : {% for x in arch.call.lost + arch.call.get("zeroed", []) %}"{{ x }}", {% endfor %}"cc", "memory")

/* The error that the badge register tells: 0, or its negative. */
static inline err_t abi_error(word_t badge) { return badge >> 63 != 0u ? (err_t)(0u - badge) : ERR_NONE; }
#endif
