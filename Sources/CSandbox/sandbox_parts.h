/* The parts of zb_sandbox. The first two need PR_SET_NO_NEW_PRIVS. */
#pragma once

#include "CSandbox.h"

int zb_landlock(const struct zb_path *paths, size_t count); /* ZB_FILES, ZB_NETWORK, ZB_SCOPE */
int zb_seccomp(void);                                       /* ZB_CALLS or 0 */
int zb_give_up_rights(const struct zb_path *paths, size_t count); /* ZB_NO_RIGHTS, ZB_OTHER_USER */

/* All signals as a program finds them that was started by a shell. */
void zb_be_default(void);
