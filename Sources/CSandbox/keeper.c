#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox_parts.h"

/* What the keeper has open: beyond the standard ones the lifeline and the way to say why a program does not start. */
enum { LIFELINE = 3, REPORT = 4, FIRST_OTHER = 5, MOVED = 10 };

struct ends {
    int lifeline, report, connection, errors;
};

/* Moves a descriptor out of the way of the low numbers. */
static int moved(int descriptor) { return fcntl(descriptor, F_DUPFD_CLOEXEC, MOVED); }

static void become(char *const arguments[], int connection, int errors) {
    setsid();
    if (dup2(connection, 0) >= 0 && dup2(connection, 1) >= 0 && dup2(errors, 2) >= 0) {
        closefrom(REPORT + 1);
        close(LIFELINE);
        execvp(arguments[0], arguments);
    }
    int number = errno;
    ssize_t written = write(REPORT, &number, sizeof number);
    (void)written;
    _exit(127);
}

/* Kills what the kernel lists as children; those of the dead become the keeper's own. */
static void kill_children(void) {
    char list[4096];
    int file = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    ssize_t count = read(file, list, sizeof list - 1);
    close(file);
    if (count <= 0) return;
    list[count] = 0;
    for (char *at = list; *at;) {
        char *end;
        long child = strtol(at, &end, 10);
        /* A number that was cut off at the end of the list comes again. */
        if (end == at || *end != ' ') return;
        if (child > 1) kill((pid_t)child, SIGKILL);
        at = end + 1;
    }
}

/* Waits until the process that started it has gone or has let go, and ends all that the program has started. */
static void keep(pid_t program) {
    char byte;
    ssize_t count;
    do count = read(LIFELINE, &byte, 1);
    while (count > 0 || (count < 0 && errno == EINTR));
    kill(-program, SIGKILL);
    for (;;) {
        kill_children();
        if (waitpid(-1, NULL, 0) < 0 && errno == ECHILD) break;
    }
    _exit(0);
}

static void be_keeper(char *const arguments[], struct ends ends) {
    zb_be_default();
    setsid();
    prctl(PR_SET_NAME, "zhibiao-keeper", 0, 0, 0);
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    int null = moved(open("/dev/null", O_RDWR | O_CLOEXEC));
    int lifeline = moved(ends.lifeline), report = moved(ends.report);
    int connection = moved(ends.connection), errors = moved(ends.errors);
    if (dup2(lifeline, LIFELINE) < 0 || dup3(report, REPORT, O_CLOEXEC) < 0 || connection < 0) _exit(127);
    /* Nobody who waits for the end of an output may have to wait for the keeper. */
    for (int standard = 0; standard < LIFELINE; ++standard) dup2(null, standard);
    pid_t program = fork();
    if (program == 0) become(arguments, connection, errors);
    closefrom(REPORT);
    if (program < 0) _exit(127);
    keep(program);
}

pid_t zb_start_kept(char *const arguments[], int connection, int errors, int *lifeline) {
    int line[2], report[2];
    if (pipe2(line, O_CLOEXEC) != 0) return -1;
    if (pipe2(report, O_CLOEXEC) != 0) {
        close(line[0]);
        close(line[1]);
        return -1;
    }
    pid_t keeper = fork();
    if (keeper == 0)
        be_keeper(arguments, (struct ends){line[0], report[1], connection, errors});
    close(line[0]);
    close(report[1]);
    int number = keeper < 0 ? errno : 0;
    ssize_t count;
    do count = read(report[0], &number, sizeof number);
    while (count < 0 && errno == EINTR);
    close(report[0]);
    if (number == 0) {
        *lifeline = line[1];
        return keeper;
    }
    close(line[1]);
    if (keeper > 0) waitpid(keeper, NULL, 0);
    errno = number;
    return -1;
}
