#define _GNU_SOURCE
#include "CSandbox.h"

#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int zb_try_write(const char *folder) {
    char path[PATH_MAX];
    if (snprintf(path, sizeof path, "%s/zhibiao-probe-%d", folder, (int)getpid()) >= (int)sizeof path) return 0;
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return 0;
    close(file);
    unlink(path);
    return 1;
}

int zb_try_socket(void) {
    int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (made < 0) return 0;
    close(made);
    return 1;
}

int zb_try_process(void) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    if (child < 0) return 0;
    waitpid(child, NULL, 0);
    return 1;
}

int zb_try_program(void) {
    char *arguments[] = {"true", NULL};
    char *environment[] = {NULL};
    pid_t child = 0;
    if (posix_spawn(&child, "/bin/true", NULL, NULL, arguments, environment) != 0) return 0;
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int zb_try_trace(void) { return ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0; }

/* Every level is written to and used after the call, so that no compiler turns the calls into a loop. */
static int descend(volatile char *above) {
    volatile char here[4096];
    here[0] = above[0];
    return descend(here) + here[0];
}

void zb_overflow_stack(void) {
    volatile char start[1] = {1};
    descend(start);
}
