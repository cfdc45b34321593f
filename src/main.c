#include "base/base.h"

#include <stdio.h>

int main(void)
{
    fputs("bilan " BILAN_VERSION "\n", stderr);
    return 2;
}
