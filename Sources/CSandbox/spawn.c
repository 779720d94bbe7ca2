#define _GNU_SOURCE
#include "CSandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

enum { SAFE = 10, IN = 3, OUT = 4, FIRST_CLOSED = 5 };

void zb_keep_pipes(void) {
    fcntl(IN, F_SETFD, FD_CLOEXEC);
    fcntl(OUT, F_SETFD, FD_CLOEXEC);
}

/* Descriptors are first moved out of the way of 0…4, so that no dup2 runs over one that is still needed. */
int zb_spawn(const char *program, char *const arguments[], char *const environment[], int in, int out, int err,
             pid_t *pid) {
    int error = 0;
    int moved_in = fcntl(in, F_DUPFD_CLOEXEC, SAFE);
    int moved_out = fcntl(out, F_DUPFD_CLOEXEC, SAFE);
    int moved_err = fcntl(err, F_DUPFD_CLOEXEC, SAFE);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    error |= posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    error |= posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    error |= posix_spawn_file_actions_adddup2(&actions, moved_err, 2);
    error |= posix_spawn_file_actions_adddup2(&actions, moved_in, IN);
    error |= posix_spawn_file_actions_adddup2(&actions, moved_out, OUT);
    error |= posix_spawn_file_actions_addclosefrom_np(&actions, FIRST_CLOSED);
    /* The interrupt key of a terminal goes to its whole foreground group; workers shall finish what they have. */
    error |= posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    sigset_t signals;
    sigemptyset(&signals);
    error |= posix_spawnattr_setsigmask(&attributes, &signals);
    sigfillset(&signals);
    error |= posix_spawnattr_setsigdefault(&attributes, &signals);
    if (error == 0) error = posix_spawn(pid, program, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    close(moved_in);
    close(moved_out);
    close(moved_err);
    return error;
}
