/* A page that never comes to its end answers nothing, and would hold the judge for ever. */
export class NoAnswer extends Error {}

/* What `promise` brings, or NoAnswer when that takes longer. */
export function within(seconds, promise) {
  let timer;
  const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new NoAnswer(`no answer in ${seconds} s`)), 1000 * seconds); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
