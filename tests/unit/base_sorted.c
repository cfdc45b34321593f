/* Search by text among sorted structs. */
#include "unit.h"

#include "base/base.h"

struct item {
    int number;
    struct str name;
};

static const struct item items[] = {{1, TEXT_OF("arc")}, {2, TEXT_OF("arc-est")}, {3, TEXT_OF("bio")}};

static size_t from(struct str name)
{
    return SORTED_FROM(items, 3, struct item, name, name);
}

static void what_is_there_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < 3; i++)
        assert_ptr_equal(SORTED_FIND(items, 3, struct item, name, items[i].name), &items[i]);
    assert_int_equal(from(STR("arc-est")), 1);
}

static void what_is_not_there_is_not(void **state)
{
    (void)state;
    const struct str absent[] = {TEXT_OF(""), TEXT_OF("ar"), TEXT_OF("arc-"), TEXT_OF("zoo")};
    const size_t places[] = {0, 0, 1, 3};
    for (size_t i = 0; i < 4; i++) {
        assert_null(SORTED_FIND(items, 3, struct item, name, absent[i]));
        assert_int_equal(from(absent[i]), places[i]);
    }
    assert_null(SORTED_FIND(items, 0, struct item, name, STR("arc")));
    assert_null(sorted_find(NULL, 0, sizeof(struct item), 0, STR("arc")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_there_is_found),
        cmocka_unit_test(what_is_not_there_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
