/* The parts of zb_sandbox. Both need PR_SET_NO_NEW_PRIVS. */
#pragma once

int zb_landlock(void);                   /* ZB_LANDLOCK_ bits */
int zb_seccomp(int may_start_programs);  /* ZB_SECCOMP or 0 */
