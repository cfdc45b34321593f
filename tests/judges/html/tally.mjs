/* Verdicts, said as they fall and counted; and how long each kind of check took. */
import { relative, resolve } from "node:path";

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

  /* A check that breaks has found something. */
  async check(path, where, what, check) {
    const from = performance.now();
    let problems;
    try {
      problems = (await check()) ?? [];
    } catch (error) {
      problems = ["the check broke: " + error.message.split("\n")[0]];
    }
    this.spent.set(what, (this.spent.get(what) ?? 0) + performance.now() - from);
    this.verdict(path, `${where} ${what}`, problems);
  }

  times() {
    return [...this.spent].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([what, time]) => `${what} ${Math.round(time / 1000)}`).join(", ");
  }
}
