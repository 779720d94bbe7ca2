#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sandbox_parts.h"

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#endif

int zb_has_seccomp(void) {
#ifdef MACHINE
    uint32_t action = SECCOMP_RET_ALLOW;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
#else
    return 0;
#endif
}

#ifdef MACHINE

#define FIELD(name) (uint32_t) offsetof(struct seccomp_data, name)
#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (offset))
/* The two halves of an argument; both machines put the low one first. */
#define LOW(number) (FIELD(args) + 8 * (number))
#define HIGH(number) (LOW(number) + 4)
#define KEEP_BITS(bits) BPF_STMT(BPF_ALU | BPF_AND | BPF_K, (uint32_t)(bits))
#define IF_EQUAL(value, then, otherwise) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(value), then, otherwise)
#define ANSWER(action) BPF_STMT(BPF_RET | BPF_K, (uint32_t)(action))
#define ALLOWED SECCOMP_RET_ALLOW
#define REFUSED(number) (SECCOMP_RET_ERRNO | (number))
/* What the C library takes for an old kernel, so that it falls back to a call whose arguments can be looked at. */
#define UNKNOWN_CALL REFUSED(ENOSYS)

enum { MOST_STEPS = 512 };

struct filter {
    struct sock_filter steps[MOST_STEPS];
    unsigned short count;
};

static void add(struct filter *filter, const struct sock_filter *steps, size_t count) {
    for (size_t index = 0; index < count && filter->count < MOST_STEPS; ++index)
        filter->steps[filter->count++] = steps[index];
}

#define ADD(filter, ...)                                                                                               \
    do {                                                                                                               \
        const struct sock_filter steps[] = {__VA_ARGS__};                                                              \
        add(filter, steps, sizeof steps / sizeof *steps);                                                              \
    } while (0)

/* A rule for one call: its own steps decide, and the accumulator is the call's number only where they are skipped. */
#define RULE(filter, call, ...)                                                                                        \
    do {                                                                                                               \
        const struct sock_filter own[] = {__VA_ARGS__};                                                                \
        ADD(filter, IF_EQUAL(call, 0, sizeof own / sizeof *own));                                                      \
        add(filter, own, sizeof own / sizeof *own);                                                                    \
    } while (0)

/* Calls that reach nothing but this process and what it has open, the frequent ones first. */
static const int plain_calls[] = {
    SYS_futex, SYS_read, SYS_write, SYS_mmap, SYS_munmap, SYS_mprotect, SYS_madvise, SYS_brk, SYS_mremap, SYS_pread64,
    SYS_readv, SYS_writev, SYS_lseek, SYS_close, SYS_fstat, SYS_newfstatat, SYS_statx, SYS_getdents64, SYS_faccessat,
    SYS_faccessat2, SYS_readlinkat, SYS_statfs, SYS_fstatfs, SYS_fadvise64, SYS_getcwd, SYS_dup, SYS_mincore,
    SYS_clock_gettime, SYS_clock_getres, SYS_gettimeofday, SYS_nanosleep, SYS_clock_nanosleep, SYS_sched_yield,
    SYS_sched_getaffinity, SYS_getcpu, SYS_sysinfo, SYS_uname, SYS_times, SYS_getrusage, SYS_getrandom, SYS_getpid,
    SYS_gettid, SYS_getppid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid, SYS_rt_sigaction, SYS_rt_sigprocmask,
    SYS_rt_sigreturn, SYS_sigaltstack, SYS_restart_syscall, SYS_ppoll, SYS_recvfrom, SYS_recvmsg, SYS_exit,
    SYS_exit_group, SYS_set_robust_list, SYS_set_tid_address, SYS_rseq, SYS_membarrier, SYS_mbind, SYS_get_mempolicy,
#if defined(__x86_64__)
    SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_poll, SYS_time,
#endif
};

/* Opening for reading, and nothing that would change the file or the process's terminal. */
#define CHANGING_FLAGS (O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | O_ASYNC | (O_TMPFILE & ~O_DIRECTORY) | O_PATH)
#define OPENING(flags) LOAD(LOW(flags)), KEEP_BITS(CHANGING_FLAGS), IF_EQUAL(0, 0, 1), ANSWER(ALLOWED), ANSWER(REFUSED(EACCES))

#define NAMESPACES                                                                                                     \
    (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET |       \
     CLONE_PTRACE | CLONE_PARENT)
#define THREAD (CLONE_THREAD | CLONE_VM | CLONE_SIGHAND)

/* Names of mappings, which the C library gives. */
enum { NAME_MAPPING = 0x53564d41 };
/* Which large registers there are, and the wish to use them: they decide how OpenVINO computes. */
enum { ASK_REGISTERS = 0x1021, ASK_PERMITTED_REGISTERS = 0x1022, WANT_REGISTERS = 0x1023 };

static void add_argument_rules(struct filter *filter) {
    RULE(filter, SYS_openat, OPENING(2));
#if defined(__x86_64__)
    RULE(filter, SYS_open, OPENING(1));
    RULE(filter, SYS_arch_prctl, LOAD(LOW(0)), IF_EQUAL(ASK_REGISTERS, 2, 0), IF_EQUAL(ASK_PERMITTED_REGISTERS, 1, 0),
         IF_EQUAL(WANT_REGISTERS, 0, 1), ANSWER(ALLOWED), ANSWER(REFUSED(EPERM)));
#endif
    /* Threads, not processes. clone3 has its flags behind a pointer and is therefore unknown. */
    RULE(filter, SYS_clone, LOAD(LOW(0)), KEEP_BITS(THREAD | NAMESPACES), IF_EQUAL(THREAD, 0, 1), ANSWER(ALLOWED),
         ANSWER(REFUSED(EPERM)));
    /* The limits of this process, to be looked at. */
    RULE(filter, SYS_prlimit64, LOAD(LOW(0)), IF_EQUAL(0, 0, 5), LOAD(LOW(2)), IF_EQUAL(0, 0, 3), LOAD(HIGH(2)),
         IF_EQUAL(0, 0, 1), ANSWER(ALLOWED), ANSWER(REFUSED(EPERM)));
    RULE(filter, SYS_prctl, LOAD(LOW(0)), IF_EQUAL(PR_SET_NAME, 3, 0), IF_EQUAL(PR_GET_NAME, 2, 0),
         IF_EQUAL(NAME_MAPPING, 1, 0), IF_EQUAL(PR_GET_DUMPABLE, 0, 1), ANSWER(ALLOWED), ANSWER(REFUSED(EPERM)));
    /* Copies and flags of descriptors; no locks, leases, owners, signals or sizes. */
    RULE(filter, SYS_fcntl, LOAD(LOW(1)), IF_EQUAL(F_GETFD, 4, 0), IF_EQUAL(F_SETFD, 3, 0), IF_EQUAL(F_GETFL, 2, 0),
         IF_EQUAL(F_DUPFD_CLOEXEC, 1, 0), IF_EQUAL(F_DUPFD, 0, 1), ANSWER(ALLOWED), ANSWER(REFUSED(EPERM)));
    /* A signal to a thread of this process, as abort sends it. */
    RULE(filter, SYS_tgkill, LOAD(LOW(0)), IF_EQUAL(getpid(), 0, 1), ANSWER(ALLOWED), ANSWER(REFUSED(EPERM)));
    /* Its own processors; those of another process are none of its business. */
    RULE(filter, SYS_sched_setaffinity, LOAD(LOW(0)), IF_EQUAL(0, 0, 1), ANSWER(ALLOWED), ANSWER(REFUSED(EPERM)));
    /* To the other end of a socket, never to an address. */
    RULE(filter, SYS_sendto, LOAD(LOW(4)), IF_EQUAL(0, 0, 3), LOAD(HIGH(4)), IF_EQUAL(0, 0, 1), ANSWER(ALLOWED),
         ANSWER(REFUSED(EPERM)));
    /* Nothing here is a terminal. */
    RULE(filter, SYS_ioctl, ANSWER(REFUSED(ENOTTY)));
}

int zb_seccomp(void) {
    struct filter filter = {.count = 0};
    ADD(&filter, LOAD(FIELD(arch)), IF_EQUAL(MACHINE, 1, 0), ANSWER(SECCOMP_RET_KILL_PROCESS), LOAD(FIELD(nr)));
    for (size_t index = 0; index < sizeof plain_calls / sizeof *plain_calls; ++index)
        ADD(&filter, IF_EQUAL(plain_calls[index], 0, 1), ANSWER(ALLOWED));
    add_argument_rules(&filter);
    ADD(&filter, ANSWER(UNKNOWN_CALL));
    if (filter.count >= MOST_STEPS) return 0;
    struct sock_fprog program = {.len = filter.count, .filter = filter.steps};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0 ? ZB_CALLS : 0;
}

#else

int zb_seccomp(void) { return 0; }

#endif
