#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static int signal_end = -1;

static void note(int number) {
    int before = errno;
    unsigned char byte = (unsigned char)number;
    ssize_t written = write(signal_end, &byte, 1);
    (void)written;
    errno = before;
}

int zb_watch_signals(void) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    signal_end = ends[1];
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    /* Who started this process may have had them blocked. */
    sigset_t watched;
    sigemptyset(&watched);
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t index = 0; index < sizeof numbers / sizeof *numbers; ++index) {
        /* What was ignored stays so: nohup, and a shell's background jobs, mean it. */
        struct sigaction before;
        if (sigaction(numbers[index], NULL, &before) == 0 && before.sa_handler == SIG_IGN) continue;
        sigaction(numbers[index], &action, NULL);
        sigaddset(&watched, numbers[index]);
    }
    pthread_sigmask(SIG_UNBLOCK, &watched, NULL);
    return ends[0];
}

int zb_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int zb_do_not_block(int descriptor) { return fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK); }
