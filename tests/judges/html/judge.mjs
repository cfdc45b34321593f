/* Opens HTML files in a browser, as people do: narrow and wide, light and dark, by keyboard, on paper, without script.
 * usage: node judge.mjs TOOLS FILE… [--hostile FILE…]   TOOLS holds node_modules; of hostile files it is asked that nothing of them runs.
 * EVERY=n takes the first page of each kind and every nth of the others (sample.mjs); 1, all of them. READERS=n looks at n at a time.
 * Files with the same bytes are judged once. Prints "ok …" and "FAIL …", then the count. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { launch } from "./browser.mjs";
import { lighthouse } from "./lighthouse.mjs";
import { links } from "./links.mjs";
import { nu } from "./nu.mjs";
import { NoAnswer, within } from "./patience.mjs";
import { cornersLookedAt, provoke, read } from "./reading.mjs";
import { firsts, sampled, templateOf } from "./sample.mjs";
import { Tally } from "./tally.mjs";
import { heavy } from "./weight.mjs";
import { Reader } from "./browser.mjs";

const [tools, ...given] = process.argv.slice(2), every = Number(process.env.EVERY || 8), tally = new Tally(tools), LONGEST = 1800; /* seconds a page */
const from = given.includes("--hostile") ? given.indexOf("--hostile") : given.length;
const files = unlike(given.slice(0, from)), hostile = unlike(given.slice(from + 1)), pages = sampled(files, every);

/* One of each content: what is built twice is looked at once. */
function unlike(paths) {
  const seen = new Map();
  for (const path of paths) {
    const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
    if (!seen.has(hash)) seen.set(hash, path);
  }
  return [...seen.values()];
}

/* Every reader takes the next page; the largest first, so that none is left alone with it at the end. */
async function readAll(browser) {
  const waiting = [...pages, ...hostile].sort((a, b) => readFileSync(b).length - readFileSync(a).length), harmful = new Set(hostile);
  const work = async () => {
    const reader = await Reader.with(browser, tools, true), plain = await Reader.with(browser, tools, false);
    for (let path; (path = waiting.shift());) {
      const reading = harmful.has(path) ? provoke(tally, reader, path) : read(tally, reader, plain, path);
      await within(LONGEST, reading).catch(async (error) => {
        if (!(error instanceof NoAnswer)) throw error;
        tally.verdict(path, "answers", [error.message]);
        await Promise.all([reader.turn(), plain.turn()]);
      });
    }
  };
  await Promise.all(Array.from({ length: Number(process.env.READERS || 3) }, work));
}

/* What reads files alone sees them all, sampled or not. */
async function readBytes(validating) {
  for (const [path, problems] of await validating) tally.verdict(path, "Nu checker", problems);
  for (const [path, problems] of links([...files, ...hostile])) tally.verdict(path, "links resolve", problems);
  for (const [path, problems] of heavy(files)) tally.verdict(path, "weight", problems);
}

const started = Date.now(), minutes = () => ((Date.now() - started) / 60000).toFixed(1);
console.log(`pages: ${pages.length} of ${files.length} read in the browser, and ${hostile.length} hostile ones`);
if (hostile.length) console.log("pages: of hostile ones it is asked that nothing of them runs, that they fit their width and that what is in them works; the tab key, where the contents lead, axe, paper and a page without script are not asked of them");
/* Lighthouse waits for most of its time: beside the reading that costs nothing. */
const browser = await launch(tools), validating = nu(tools, [...files, ...hostile]), templates = firsts(pages, templateOf);
let measured;
try {
  [measured] = await Promise.all([lighthouse(tools, templates), readAll(browser)]);
} finally {
  await browser.close();
}
await readBytes(validating);
for (const [path, problems] of measured) tally.verdict(path, "Lighthouse", problems);
const corners = cornersLookedAt();
if (corners !== 4 * pages.length) tally.verdict("all", "pages in four corners", [`${corners} corners of ${pages.length} pages`]);
console.log(`pages: ${pages.length} pages, ${corners} corners, ${hostile.length} hostile pages, ${templates.length} templates before Lighthouse, ${minutes()} min`);
console.log("seconds: " + tally.times());
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed || !tally.passed ? 1 : 0;
