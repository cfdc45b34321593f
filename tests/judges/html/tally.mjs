/* Verdicts, said as they fall and counted; and how long each kind of check took. */
import { relative, resolve } from "node:path";
import { NoAnswer, within } from "./patience.mjs";

const LONGEST = 180; /* seconds that a check may take, on a busy machine */

export class Tally {
  constructor(tools) {
    Object.assign(this, { root: resolve(tools, "pages"), passed: 0, failed: 0, spent: new Map() });
  }

  verdict(path, what, problems) {
    const name = `${relative(this.root, resolve(path))} ${what}`;
    if (problems.length) this.failed++;
    else this.passed++;
    console.log(problems.length ? `FAIL ${name}: ${problems.slice(0, 6).join(" | ").slice(0, 1500)}` : "ok " + name);
  }

  /* A check that breaks has found something; after one without an answer there is nothing more to ask of the page. */
  async check(path, where, what, check) {
    const from = performance.now();
    let problems;
    try {
      problems = (await within(LONGEST, check())) ?? [];
    } catch (error) {
      if (error instanceof NoAnswer) throw new NoAnswer(`${where} ${what}: ${error.message}`);
      problems = ["the check broke: " + error.message.split("\n")[0]];
    }
    this.spent.set(what, (this.spent.get(what) ?? 0) + performance.now() - from);
    this.verdict(path, `${where} ${what}`, problems);
  }

  times() {
    return [...this.spent].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([what, time]) => `${what} ${Math.round(time / 1000)}`).join(", ");
  }
}
