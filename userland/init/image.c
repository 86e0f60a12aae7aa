/* image.c - see image.h. The entry "*" is the last and ends every search. */
#include "image.h"
#include <string.h>

const struct image_program *image_find(const char *name)
{
    const struct image_program *program = image;
    while (strcmp(program->name, name) != 0 && strcmp(program->name, "*") != 0) program++;
    return program;
}
