/* main.c - the smallest program: greet, and name the words it was started with. */
#include <client/console.h>
#include <rt/start.h>

int main(int argc, char **argv)
{
    print("hello from process %lu\n", start_page()->process);
    for (int i = 1; i < argc; i++) print("word %d: %s\n", i, argv[i]);
    return 0;
}
