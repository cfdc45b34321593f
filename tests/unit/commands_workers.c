/* Workers that die: what was taken is told as lost, what nobody can take does not keep the program forever. */
#define _GNU_SOURCE /* syscall */
#include "commands/workers.h"
#include "commands/flusher.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

enum { JOBS = 6, FORKS_MOST = 100 };

static int forks, stillborn_from;

/* Stands in for the library's: from some fork on, the child is gone at once. */
pid_t fork(void)
{
    if (forks >= FORKS_MOST) {
        errno = EAGAIN;
        return -1;
    }
    pid_t pid = (pid_t)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
    if (pid == 0 && forks >= stillborn_from)
        _exit(1);
    forks++;
    return pid;
}

struct seen {
    int ended, died;
};

static void work_last_dies(void *data, size_t job, struct arena *memory, struct worker_link *link,
                           struct diagnostics *diagnostics)
{
    (void)data, (void)memory, (void)link, (void)diagnostics;
    if (job == JOBS / 2)
        _exit(1);
}

static void job_ended(void *data, size_t job, bool died)
{
    struct seen *seen = data;
    (void)job;
    seen->ended += !died;
    seen->died += died;
}

static bool run_workers(struct seen *seen, int places)
{
    struct arena *run = arena_new();
    struct flusher none = {.run = run};
    struct workers workers = {
        .data = seen, .work = work_last_dies, .ended = job_ended, .diagnostics = diagnostics_new(run)};
    workers.flusher = &none;
    bool all = workers_run(run, &workers, JOBS, places);
    int why = errno;
    arena_free(run);
    errno = why;
    return all;
}

static void a_worker_that_dies_costs_its_job(void **state)
{
    (void)state;
    for (int places = 1; places <= 3; places++) {
        struct seen seen = {0, 0};
        forks = 0, stillborn_from = FORKS_MOST;
        assert_true(run_workers(&seen, places));
        assert_int_equal(seen.ended, JOBS - 1);
        assert_int_equal(seen.died, 1);
    }
}

static void workers_that_end_before_a_job_are_given_up(void **state)
{
    (void)state;
    struct seen seen = {0, 0};
    forks = 0, stillborn_from = 0;
    assert_false(run_workers(&seen, 2));
    assert_int_equal(errno, ECHILD);
    assert_int_equal(forks, 2);
    assert_int_equal(seen.ended + seen.died, 0);
}

static void what_was_taken_before_is_kept(void **state)
{
    (void)state;
    struct seen seen = {0, 0};
    forks = 0, stillborn_from = 1;
    assert_false(run_workers(&seen, 1)); /* the first dies half-way, no other begins */
    assert_int_equal(errno, ECHILD);
    assert_int_equal(seen.ended, JOBS / 2);
    assert_int_equal(seen.died, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worker_that_dies_costs_its_job),
        cmocka_unit_test(workers_that_end_before_a_job_are_given_up),
        cmocka_unit_test(what_was_taken_before_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
