/* generate DIR LAUREATES INDICATORS PERIODS: a programme of that size, the same every time. Quarters from 2000-Q1, one
 * measures file a laureate; counts, flows. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static FILE *open_at(const char *folder, const char *name)
{
    char path[8192];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(3);
    }
    return file;
}

/* Values that look like counts; a small generator of its own, so that no library changes them. */
static unsigned next_value(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*state >> 33) % 1000;
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: generate DIR LAUREATES INDICATORS PERIODS\n", stderr);
        return 2;
    }
    int laureates = atoi(argv[2]), indicators = atoi(argv[3]), periods = atoi(argv[4]);
    uint64_t state = 42;
    char name[64];
    mkdir(argv[1], 0777);
    FILE *file = open_at(argv[1], "programme.md");
    fprintf(file,
            "---\nname: Banc d’essai\ncode: banc\nlanguage: fr\nperiod: quarter\nfirst_period: 2000-Q1\nedition_date: "
            "%d-12-31\n---\n",
            2000 + periods / 4);
    fclose(file);
    file = open_at(argv[1], "indicators.csv");
    fputs("id,label,type,nature,unit,use,visibility\n", file);
    for (int i = 0; i < indicators; i++)
        fprintf(file, "ind-%02d,Indicateur %d,count,%s,personnes,Ajuster l’action,partners\n", i, i,
                i % 3 ? "flow" : "stock");
    fclose(file);
    file = open_at(argv[1], "laureates.csv");
    fputs("id,name,territory\n", file);
    for (int l = 0; l < laureates; l++)
        fprintf(file, "l%04d,Lauréat %d,Territoire %d\n", l, l, l % 13);
    fclose(file);
    snprintf(name, sizeof name, "laureates");
    char folder[4096], inner[4200];
    snprintf(folder, sizeof folder, "%s/laureates", argv[1]);
    mkdir(folder, 0777);
    for (int l = 0; l < laureates; l++) {
        snprintf(inner, sizeof inner, "%s/l%04d", folder, l);
        mkdir(inner, 0777);
        file = open_at(inner, "measures.csv");
        fputs("indicator,period,value\n", file);
        for (int i = 0; i < indicators; i++)
            for (int p = 0; p < periods; p++)
                fprintf(file, "ind-%02d,%d-Q%d,%u\n", i, 2000 + p / 4, p % 4 + 1, next_value(&state));
        fclose(file);
    }
    return 0;
}
