/* A kernel whose Landlock is older: its call that makes a set of rules is answered by a process beside the program. */
#define _GNU_SOURCE
#include "OldLandlock.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CREATE_RULESET = 444, ASK_VERSION = 1 };

/* What the versions know: rights of files, of TCP ports and of scopes. */
struct rights {
    uint64_t files, network, scope;
};

static struct rights rights_of(int version) {
    struct rights known = {.files = (1 << 13) - 1};
    if (version >= 2) known.files |= 1 << 13;
    if (version >= 3) known.files |= 1 << 14;
    if (version >= 5) known.files |= 1 << 15;
    if (version >= 4) known.network = 3;
    if (version >= 6) known.scope = 3;
    return known;
}

static size_t size_of(int version) { return version >= 6 ? 24 : version >= 4 ? 16 : 8; }

/* The errno that the older kernel gives; 0 where the real one may go on. */
static int refusal(const struct seccomp_notif *call, int version) {
    struct rights wanted = {0}, known = rights_of(version);
    size_t size = call->data.args[1] < sizeof wanted ? call->data.args[1] : sizeof wanted;
    struct iovec here = {&wanted, size}, there = {(void *)(uintptr_t)call->data.args[0], size};
    if (process_vm_readv((pid_t)call->pid, &here, 1, &there, 1, 0) != (ssize_t)size) return EFAULT;
    const char *beyond = (const char *)&wanted + size_of(version);
    for (; beyond < (const char *)(&wanted + 1); ++beyond)
        if (*beyond) return E2BIG;
    int isKnown = !(wanted.files & ~known.files || wanted.network & ~known.network || wanted.scope & ~known.scope);
    return isKnown ? 0 : EINVAL;
}

static void answer(int listener, int version) {
    struct pollfd news = {.fd = listener, .events = POLLIN};
    /* Until all that live on that kernel have ended. */
    while (poll(&news, 1, -1) < 0 ? errno == EINTR : news.revents & POLLIN) {
        struct seccomp_notif call;
        memset(&call, 0, sizeof call);
        /* Fails for a caller that was killed in between. */
        if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &call) != 0) continue;
        struct seccomp_notif_resp reply = {.id = call.id};
        int error = 0;
        if (call.data.args[2] == ASK_VERSION) reply.val = version;
        else if ((error = refusal(&call, version))) reply.error = -error;
        else reply.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
        ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &reply);
    }
}

union control {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr aligned;
};

static int hand_over(int socket, int descriptor) {
    union control control = {{0}};
    char byte = 0;
    struct iovec part = {&byte, 1};
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(head), &descriptor, sizeof descriptor);
    return sendmsg(socket, &message, 0) == 1 ? 0 : -1;
}

static int take_over(int socket) {
    union control control = {{0}};
    char byte;
    struct iovec part = {&byte, 1};
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    if (recvmsg(socket, &message, MSG_CMSG_CLOEXEC) != 1 || !CMSG_FIRSTHDR(&message)) return -1;
    int descriptor;
    memcpy(&descriptor, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof descriptor);
    return descriptor;
}

static int filter(void) {
    struct sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CREATE_RULESET, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {.len = sizeof steps / sizeof *steps, .filter = steps};
    return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
}

/* Nobody who waits for the end of the program's output may have to wait for this process. */
static void stand_aside(void) {
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int descriptor = 0; descriptor < 3; ++descriptor) dup2(null, descriptor);
    setsid();
}

int have_landlock(int version) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return -1;
    pid_t other = fork();
    if (other < 0) return -1;
    if (other == 0) {
        /* A grandchild: the program has no child that it has not started. */
        if (fork() != 0) _exit(0);
        close(ends[0]);
        stand_aside();
        int listener = take_over(ends[1]);
        close(ends[1]);
        if (listener >= 0) answer(listener, version);
        _exit(0);
    }
    while (waitpid(other, NULL, 0) < 0 && errno == EINTR) {}
    close(ends[1]);
    int listener = filter();
    if (listener < 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) listener = filter();
    if (listener < 0 || hand_over(ends[0], listener) != 0) return -1;
    close(listener);
    close(ends[0]);
    return 0;
}
