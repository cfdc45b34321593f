/* timed RUNS COMMAND [ARG…] [-- COMMAND [ARG…]]…: runs the commands in turn, so many rounds, after one for warmth where
 * there are more: what else the machine does then falls on all of them. Prints of each, on a line, the least wall
 * seconds and the most MB of its largest process. What commands print is thrown away. $BEFORE is what the shell does
 * before each run, untimed; it finds in $TURN whose it is, from 1. */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS_MAX = 9 };

struct timed {
    char **command;
    double seconds, megabytes;
};

static void prepare(size_t turn)
{
    char number[24];
    const char *before = getenv("BEFORE");
    snprintf(number, sizeof number, "%zu", turn);
    setenv("TURN", number, 1);
    if (before && system(before) != 0)
        fprintf(stderr, "timed: %s failed\n", before);
}

static void become(char **command)
{
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    execvp(command[0], command);
    _exit(127);
}

static void once(struct timed *timed)
{
    struct timespec from, to;
    struct rusage usage;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &from);
    pid_t pid = fork();
    if (pid == 0)
        become(timed->command);
    wait4(pid, &status, 0, &usage);
    clock_gettime(CLOCK_MONOTONIC, &to);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "timed: %s: exit %d\n", timed->command[0], WIFEXITED(status) ? WEXITSTATUS(status) : -1);
        exit(1);
    }
    double seconds = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
    double megabytes = (double)usage.ru_maxrss / 1024;
    if (!timed->seconds || seconds < timed->seconds)
        timed->seconds = seconds;
    if (megabytes > timed->megabytes)
        timed->megabytes = megabytes;
}

static void round_of(struct timed *all, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        prepare(i + 1);
        once(&all[i]);
    }
}

int main(int argc, char **argv)
{
    struct timed all[COMMANDS_MAX] = {{.command = argv + 2}};
    size_t count = 1;
    int runs = argc > 2 ? atoi(argv[1]) : 0;
    if (runs < 1 || runs > 99)
        return 2;
    for (char **word = argv + 2; *word; word++) {
        if (strcmp(*word, "--") != 0)
            continue;
        if (count == COMMANDS_MAX)
            return 2;
        *word = NULL;
        all[count++].command = word + 1;
    }
    if (runs > 1)
        round_of(all, count);
    for (size_t i = 0; i < count; i++)
        all[i].seconds = 0;
    for (int i = 0; i < runs; i++)
        round_of(all, count);
    for (size_t i = 0; i < count; i++)
        printf("%.3f %.0f\n", all[i].seconds, all[i].megabytes);
    return 0;
}
