/* ipc.h - messages. Generated from spec/abi/ipc.yaml.
 * Every function answers ERR_*; the label and all ten words travel in registers, `count` buffer words (and 65536 for one capability:
 * see docs/reference/ipc.md) through the message buffer, with the _long forms only. An error other than ERR_GONE has sent nothing. */
#ifndef IPC_H
#define IPC_H
#include <abi.h>

struct message {
    word_t badge; /* out: badge of the sender's capability */
    word_t label;
    word_t count; /* _long forms: buffer words, 65536 = with a capability */
    word_t word[LIMIT_MESSAGE_WORDS];
};

{% for f in ipc %}
/* {{ f.doc }} */
err_t ipc_{{ f.name }}({{ f.parameters }});
{% endfor %}
#endif
