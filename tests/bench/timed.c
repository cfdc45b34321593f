/* timed RUNS COMMAND [ARG…]: runs it so many times, after once for warmth where it is more than one; prints the median
 * wall seconds and the peak MB of the process tree's largest process. What the command prints is thrown away. $BEFORE
 * is what the shell does before each run, untimed. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double once(char **command)
{
    struct timespec from, to;
    const char *before = getenv("BEFORE");
    if (before && system(before) != 0)
        fprintf(stderr, "timed: %s failed\n", before);
    clock_gettime(CLOCK_MONOTONIC, &from);
    pid_t pid = fork();
    if (pid == 0) {
        int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, 1);
        dup2(nowhere, 2);
        execvp(command[0], command);
        _exit(127);
    }
    int status;
    waitpid(pid, &status, 0);
    clock_gettime(CLOCK_MONOTONIC, &to);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "timed: %s: exit %d\n", command[0], WIFEXITED(status) ? WEXITSTATUS(status) : -1);
        exit(1);
    }
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

int main(int argc, char **argv)
{
    int runs = argc > 2 ? atoi(argv[1]) : 0;
    if (runs < 1 || runs > 99)
        return 2;
    double seconds[99];
    if (runs > 1)
        once(argv + 2);
    for (int i = 0; i < runs; i++)
        seconds[i] = once(argv + 2);
    qsort(seconds, (size_t)runs, sizeof *seconds, order);
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    printf("%.3f %.0f\n", seconds[runs / 2], (double)usage.ru_maxrss / 1024);
    return 0;
}
