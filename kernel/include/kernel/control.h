/* control.h - introspection and power for the holder of the kernel capability; port access. */
#ifndef KERNEL_CONTROL_H
#define KERNEL_CONTROL_H
#include <kernel/kernel.h>
#include <arch/machine.h>

/* port_read, port_write - bytes (1, 2 or 4) of an I/O port. */
/*@ requires bytes: bytes == 1 || bytes == 2 || bytes == 4; requires port: port < 65536; assigns \nothing; */
word_t port_read(word_t port, word_t bytes);
/*@ requires bytes: bytes == 1 || bytes == 2 || bytes == 4; requires port: port < 65536;
    assigns PORT_HW;
    ensures out: hw_port == port && hw_port_bytes == bytes && hw_port_value == value; */
void port_write(word_t port, word_t bytes, word_t value);

enum { CONTROL_CHUNK = 4096 };
/* control_count - how many of the CONTROL_CHUNK frames from first on have that kind and (owner != 0) that owner. */
/*@ // 1 if the frame is so; how many of the n frames from first on are so
    logic integer frame_is{L}(integer f, integer kind, integer owner) =
      f >= LIMIT_FRAMES ? 0 : (frame_kind[f] != kind ? 0 : (owner == 0 ? 1 : (frame_owner[f] == owner ? 1 : 0)));
    logic integer frames_like{L}(integer first, integer kind, integer owner, integer n) =
      n <= 0 ? 0 : frames_like(first, kind, owner, n - 1) + frame_is(first + n - 1, kind, owner); */
/*@ assigns \nothing;
    ensures count: \result <= CONTROL_CHUNK;
    ensures exact: \result == frames_like(first, kind, owner, CONTROL_CHUNK); */
word_t control_count(word_t first, word_t kind, word_t owner);
/* control_power_off - say so on the boot console, then the end of the machine with that status (0..255); does not return. */
/*@ assigns \nothing; ensures never: \false; */
void control_power_off(word_t status);
#endif
