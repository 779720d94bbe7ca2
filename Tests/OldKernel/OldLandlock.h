#pragma once

/* From now on this process and all that it starts see a kernel whose Landlock is of this version. 0, or -1. */
int have_landlock(int version);
