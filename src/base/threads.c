/* Threads that take the next item from one counter. */
#include "base.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

struct crew {
    thread_work *work;
    void *data;
    size_t items;
    atomic_size_t next;
};

struct hand {
    struct crew *crew;
    size_t worker;
    pthread_t thread;
    bool started;
};

size_t threads_count(int jobs)
{
    return jobs < 1 ? 1 : jobs > THREADS_MAX ? THREADS_MAX : (size_t)jobs;
}

static void *take_items(void *data)
{
    struct hand *hand = data;
    struct crew *crew = hand->crew;
    for (size_t item; (item = atomic_fetch_add(&crew->next, 1)) < crew->items;)
        crew->work(crew->data, item, hand->worker);
    return NULL;
}

/* The caller is a hand too: where no thread can be had, it does everything. */
void threads_run(int jobs, size_t items, thread_work *work, void *data)
{
    struct crew crew = {.work = work, .data = data, .items = items};
    struct hand hands[THREADS_MAX] = {{0}};
    size_t count = threads_count(jobs) < items ? threads_count(jobs) : items;
    for (size_t i = 1; i < count; i++) {
        hands[i] = (struct hand){.crew = &crew, .worker = i};
        hands[i].started = pthread_create(&hands[i].thread, NULL, take_items, &hands[i]) == 0;
    }
    hands[0] = (struct hand){.crew = &crew};
    take_items(&hands[0]);
    for (size_t i = 1; i < count; i++)
        if (hands[i].started)
            pthread_join(hands[i].thread, NULL);
}

/* ---- a total in the order of items ---- */

struct tally {
    pthread_mutex_t mutex;
    pthread_cond_t added;
    size_t next, total;
};

struct tally *tally_new(struct arena *arena)
{
    struct tally *tally = ARENA_NEW(arena, struct tally);
    pthread_mutex_init(&tally->mutex, NULL);
    pthread_cond_init(&tally->added, NULL);
    return tally;
}

/* Items are taken in order, so that those before are with others who will add in their turn. */
size_t tally_add(struct tally *tally, size_t item, size_t amount)
{
    pthread_mutex_lock(&tally->mutex);
    while (tally->next != item)
        pthread_cond_wait(&tally->added, &tally->mutex);
    size_t before = tally->total;
    tally->total += amount;
    tally->next++;
    pthread_cond_broadcast(&tally->added);
    pthread_mutex_unlock(&tally->mutex);
    return before;
}
