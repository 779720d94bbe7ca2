/* old-kernel CALLS PROGRAM ARGUMENTS…: runs a program as a kernel without some of its calls would. CALLS is a list of
 * "landlock" and "seccomp", separated by commas, or "none"; "landlock=3" leaves its third version. */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "OldLandlock.h"

enum { FIRST_LANDLOCK = 444, LAST_LANDLOCK = 446 };

static int missing(unsigned first, unsigned last) {
    struct sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, first, 0, 2),
        BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, last, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {.len = sizeof steps / sizeof *steps, .filter = steps};
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0) return 0;
    /* Who is not root must give up the privileges of what it starts. */
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) : -1;
}

int main(int count, char **arguments) {
    if (count < 3) return 2;
    const char *landlock = strstr(arguments[1], "landlock");
    int version = landlock && landlock[strlen("landlock")] == '=' ? atoi(landlock + strlen("landlock=")) : 0;
    /* The filter of the older version is the first, as it needs the call that may be taken away next. */
    if (version > 0 && have_landlock(version) != 0) return 2;
    if (landlock && version == 0 && missing(FIRST_LANDLOCK, LAST_LANDLOCK) != 0) return 2;
    if (strstr(arguments[1], "seccomp") && missing(SYS_seccomp, SYS_seccomp) != 0) return 2;
    execv(arguments[2], arguments + 2);
    perror(arguments[2]);
    return 2;
}
