/* string.h - empty on purpose, see stddef.h. */
