/* main.c - a program that was promised much memory (init/image.c) and only yields: what fills a machine in tests. */
#include <ipc.h>

int main(void)
{
    for (;;) ipc_yield();
}
