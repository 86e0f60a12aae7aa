/* integrity.c - see integrity.h: every site says the truth. */
#include <base/integrity.h>

int integrity_matches(enum crc_site site, uint32_t found, uint32_t wanted)
{
    (void)site;
    return found == wanted;
}

lfsx_err_t integrity_flush(enum flush_site site, const struct block_device *device)
{
    (void)site;
    return device->flush(device->self) ? LFSX_IO : LFSX_OK;
}
