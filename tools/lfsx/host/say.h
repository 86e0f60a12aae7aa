/* say.h - what the programs say when something is wrong: one sentence on standard error, "program: what; what to do". */
#ifndef LFSX_SAY_H
#define LFSX_SAY_H
#include <disk/error.h>

/* say_begin - The name that the sentences begin with: the last part of the path. */
void say_begin(const char *path);
const char *say_name(void);
/* say_to_log - From now on to the system's log: a program in the background has no standard error. */
void say_to_log(void);
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* say_system - The same, then the C library's words for the present errno. */
void say_system(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* say_refused - "cannot DO IMAGE: the error's sentence; what helps". */
void say_refused(const char *what, const char *image, lfsx_err_t err);
/* lfsx_errno - The errno that means the same. */
int lfsx_errno(lfsx_err_t err);
#endif
