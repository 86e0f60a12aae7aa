/* error.c - what the errors mean, in words. Generated from spec/disk. */
#include <disk/error.h>

const char *lfsx_error_text(lfsx_err_t error)
{
    switch (error) {
    case LFSX_OK: return "no error";
{% for n, (number, says) in errors.items() %}
    case LFSX_{{ n | upper }}: return "{{ says }}";
{% endfor %}
    default: return "no such error";
    }
}
