/* mutant.h - the one check that is turned off, by the name of its rule. */
#ifndef VECTOR_MUTANT_H
#define VECTOR_MUTANT_H

/* mutant_off - 1 if the rule `number` of that method is turned off. */
int mutant_off(const char *method, unsigned number);
/* mutant_answer - What a check that answers an error still answers. A lookup carries two rules: its own number, and the next one for ERR_STALE. */
unsigned mutant_answer(const char *method, unsigned number, unsigned error);
#endif
