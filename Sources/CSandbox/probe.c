#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/fs.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Where an attempt is made. */
struct place {
    const char *folder;
    char victim[PATH_MAX];
    char other[PATH_MAX];
    pid_t parent;
};

/* Closes what was opened: 1 when it was. */
static int opened(long file) {
    if (file < 0) return 0;
    close((int)file);
    return 1;
}

static int make_file(const struct place *place) {
    return opened(open(place->other, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
}
static int write_file(const struct place *place) { return opened(open(place->victim, O_WRONLY | O_CLOEXEC)); }
static int empty_file(const struct place *place) {
    return opened(open(place->victim, O_RDONLY | O_TRUNC | O_CLOEXEC)) || truncate(place->victim, 0) == 0;
}
static int rename_file(const struct place *place) {
    if (rename(place->victim, place->other) != 0) return 0;
    rename(place->other, place->victim);
    return 1;
}
static int remove_file(const struct place *place) {
    if (link(place->victim, place->other) != 0) return 0;
    unlink(place->other);
    return 1;
}
static int change_mode(const struct place *place) {
    enum { FCHMODAT2 = 452 };
    return chmod(place->victim, 0644) == 0 || syscall(FCHMODAT2, AT_FDCWD, place->victim, 0644, 0) == 0;
}
static int change_attribute(const struct place *place) {
    enum { SETXATTRAT = 463 };
    struct {
        uint64_t value;
        uint32_t size, flags;
    } text = {(uint64_t)(uintptr_t) "x", 1, 0};
    return syscall(SYS_setxattr, place->victim, "user.probe", "x", 1, 0) == 0 ||
           syscall(SETXATTRAT, AT_FDCWD, place->victim, 0, "user.probe", &text, sizeof text) == 0;
}
static int change_flags(const struct place *place) {
    /* Of a file that may be read in the sandbox, and before it any. */
    int file = open(place->victim, O_RDONLY | O_CLOEXEC);
    if (file < 0) file = open("/etc/ld.so.cache", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    int flags = 0;
    int done = ioctl(file, FS_IOC_GETFLAGS, &flags) == 0 && ioctl(file, FS_IOC_SETFLAGS, &flags) == 0;
    close(file);
    return done;
}
static int read_file(const struct place *place) { return opened(open(place->victim, O_RDONLY | O_CLOEXEC)); }
static int list_folder(const struct place *place) {
    return opened(open(place->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}
static int read_environment(const struct place *place) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/environ", (int)place->parent);
    return opened(open(path, O_RDONLY | O_CLOEXEC));
}
static int open_terminal(const struct place *place) {
    (void)place;
    return opened(open("/dev/tty", O_RDONLY | O_CLOEXEC));
}
static int open_socket(const struct place *place) {
    (void)place;
    return opened(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
}
static int open_local_socket(const struct place *place) {
    (void)place;
    return opened(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
}
static int start_program(const struct place *place) {
    (void)place;
    char *arguments[] = {"true", NULL};
    char *environment[] = {NULL};
    pid_t child = 0;
    if (posix_spawn(&child, "/bin/true", NULL, NULL, arguments, environment) != 0) return 0;
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
static int start_process(const struct place *place) {
    (void)place;
    pid_t child = fork();
    if (child == 0) _exit(0);
    if (child < 0) return 0;
    waitpid(child, NULL, 0);
    return 1;
}
static int trace(const struct place *place) {
    (void)place;
    return ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0;
}
static int send_signal(const struct place *place) { return kill(place->parent, 0) == 0; }
static int change_limits(const struct place *place) {
    struct rlimit limit;
    return prlimit(place->parent, RLIMIT_NOFILE, NULL, &limit) == 0 &&
           prlimit(place->parent, RLIMIT_NOFILE, &limit, NULL) == 0;
}
static int change_processors(const struct place *place) {
    cpu_set_t processors;
    return sched_getaffinity(place->parent, sizeof processors, &processors) == 0 &&
           sched_setaffinity(place->parent, sizeof processors, &processors) == 0;
}
static int share_memory(const struct place *place) {
    (void)place;
    int memory = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
    if (memory < 0) return 0;
    shmctl(memory, IPC_RMID, NULL);
    return 1;
}
static int set_clock(const struct place *place) {
    (void)place;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return syscall(SYS_clock_settime, CLOCK_REALTIME, &now) == 0;
}
static int open_file_system(const struct place *place) {
    enum { FSOPEN = 430 };
    (void)place;
    return opened(syscall(FSOPEN, "tmpfs", 1));
}
static int make_namespace(const struct place *place) {
    (void)place;
    return unshare(CLONE_NEWUSER) == 0;
}
static int queue_requests(const struct place *place) {
    enum { URING_SETUP = 425 };
    (void)place;
    char settings[120] = {0};
    return opened(syscall(URING_SETUP, 1, settings));
}
static int handle_faults(const struct place *place) {
    (void)place;
    return opened(syscall(SYS_userfaultfd, O_CLOEXEC));
}
static int change_root(const struct place *place) {
    (void)place;
    return chroot("/") == 0;
}

static const struct {
    const char *name;
    int (*attempt)(const struct place *);
} probes[ZB_PROBES] = {
    {"make a file", make_file},
    {"open a file for writing", write_file},
    {"empty a file (O_TRUNC)", empty_file},
    {"rename a file", rename_file},
    {"link or remove a file", remove_file},
    {"change the mode of a file (fchmodat2)", change_mode},
    {"change attributes of a file (setxattrat)", change_attribute},
    {"change flags of a file (FS_IOC_SETFLAGS)", change_flags},
    {"read another file", read_file},
    {"list another folder", list_folder},
    {"read the environment of the run (/proc)", read_environment},
    {"open the terminal", open_terminal},
    {"open a socket to the network", open_socket},
    {"open a socket to a local service", open_local_socket},
    {"start a program", start_program},
    {"start a process", start_process},
    {"trace a process", trace},
    {"send a signal to the run", send_signal},
    {"change limits of the run (prlimit)", change_limits},
    {"change the processors of the run", change_processors},
    {"share memory (SysV)", share_memory},
    {"set the clock", set_clock},
    {"open a file system (fsopen)", open_file_system},
    {"make a namespace", make_namespace},
    {"queue requests (io_uring)", queue_requests},
    {"handle page faults (userfaultfd)", handle_faults},
    {"change the root folder", change_root},
};

const char *zb_probe_name(int probe) { return probe >= 0 && probe < ZB_PROBES ? probes[probe].name : ""; }

int zb_probe(int probe, const char *folder, pid_t parent) {
    struct place place = {.folder = folder, .parent = parent};
    if (probe < 0 || probe >= ZB_PROBES) return 0;
    if (snprintf(place.victim, sizeof place.victim, "%s/victim", folder) >= PATH_MAX) return 0;
    if (snprintf(place.other, sizeof place.other, "%s/other", folder) >= PATH_MAX) return 0;
    return probes[probe].attempt(&place);
}

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
