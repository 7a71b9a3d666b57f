/* measure PROGRAM ARGUMENT... - run a program with its output thrown away; print what it took:
 * wall seconds, processor seconds, most memory in KiB, exit status.
 * A small program of its own, since a child's peak of memory is never told as less than its parent's. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
    int nowhere = open("/dev/null", O_WRONLY), status = 0;
    struct rusage used;
    double start = now();
    pid_t child;

    if (argc < 2 || nowhere < 0 || (child = fork()) < 0)
        return 1;
    if (child == 0) {
        dup2(nowhere, 1);
        dup2(nowhere, 2);
        execv(argv[1], argv + 1);
        _exit(127);
    }
    if (wait4(child, &status, 0, &used) != child)
        return 1;
    printf("%.6f %.6f %ld %d\n", now() - start, seconds(used.ru_utime) + seconds(used.ru_stime),
           used.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128);
    return 0;
}
