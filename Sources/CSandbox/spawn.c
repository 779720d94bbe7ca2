#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sandbox_parts.h"

enum { SAFE = 10, IN = 3, OUT = 4, FIRST_CLOSED = 5 };

/* A session without a terminal: neither the interrupt key nor TIOCSTI reach from one to the other. */
static int set_session(posix_spawnattr_t *attributes) {
    sigset_t signals;
    sigemptyset(&signals);
    int error = posix_spawnattr_setflags(
        attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    error |= posix_spawnattr_setsigmask(attributes, &signals);
    sigfillset(&signals);
    return error | posix_spawnattr_setsigdefault(attributes, &signals);
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
    error |= set_session(&attributes);
    if (error == 0) error = posix_spawn(pid, program, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    close(moved_in);
    close(moved_out);
    close(moved_err);
    return error;
}

void zb_be_default(void) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    for (int number = 1; number < NSIG; ++number) sigaction(number, &action, NULL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* The whole of it, as the copy must not go on with descriptors of its origin. */
static int arrange(int in, int out, int err) {
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    int moved_in = fcntl(in, F_DUPFD_CLOEXEC, SAFE);
    int moved_out = fcntl(out, F_DUPFD_CLOEXEC, SAFE);
    int moved_err = fcntl(err, F_DUPFD_CLOEXEC, SAFE);
    if (null < 0 || moved_in < 0 || moved_out < 0 || moved_err < 0) return -1;
    if (dup2(null, 0) < 0 || dup2(null, 1) < 0 || dup2(moved_err, 2) < 0) return -1;
    if (dup2(moved_in, IN) < 0 || dup2(moved_out, OUT) < 0) return -1;
    closefrom(FIRST_CLOSED);
    return 0;
}

pid_t zb_fork(int in, int out, int err) {
    pid_t pid = fork();
    if (pid != 0) return pid;
    zb_be_default();
    if (setsid() < 0 || arrange(in, out, err) != 0) _exit(1);
    return 0;
}

void zb_wipe_variable(const char *name) {
    char *text = getenv(name);
    if (!text) return;
    explicit_bzero(text, strlen(text));
    unsetenv(name);
}
