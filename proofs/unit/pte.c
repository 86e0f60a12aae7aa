/* pte.c - the page-table accessors of one architecture as a unit of proof; which, the include path decides (proofs/modules.yaml). */
#include <pte.h>
