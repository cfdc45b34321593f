/* Which pages are read when there is no time for all. Pages of a kind come of one template, one data repository and one audience, and
 * lie in one folder; each page that stands at the top of a workspace is of its own kind. */
import { dirname } from "node:path";

const kindOf = (path) => (/[\\/]workspace[\\/][^\\/]+$/.test(path) ? path : dirname(path));

/* The template that a page comes of, whatever the data and the audience. */
export const templateOf = (path) => /[\\/](?:internal|partners|public)[\\/](workspace[\\/][^\\/]+|[a-z-]+)[\\/]?/.exec(path)?.[1] ?? dirname(path);

/* The first path of each kind. */
export function firsts(paths, kind) {
  const seen = new Map();
  for (const path of paths) if (!seen.has(kind(path))) seen.set(kind(path), path);
  return [...seen.values()];
}

/* The first of each kind, and every nth of the others. */
export function sampled(paths, every) {
  const always = new Set(firsts(paths, kindOf));
  let others = 0;
  return paths.filter((path) => always.has(path) || others++ % every === 0);
}
