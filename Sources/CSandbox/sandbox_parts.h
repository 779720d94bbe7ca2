/* The parts of zb_sandbox. Both need PR_SET_NO_NEW_PRIVS. */
#pragma once

int zb_landlock(int has_program); /* ZB_LANDLOCK_ bits */
int zb_seccomp(void);             /* ZB_SECCOMP or 0 */
