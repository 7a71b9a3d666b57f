/* What the files that read a follow-up share. */
#ifndef KOMPASS_FOLLOWUP_INTERNAL_H
#define KOMPASS_FOLLOWUP_INTERNAL_H

#include "kompass/followup.h"

/** Read one indicator; false where it is no map. */
bool kp_indicator_read(kp_reader *reader, kp_ynode *item, kp_indicator *ret);

#endif
