/* Opens HTML files in a browser, as people do: narrow and wide, light and dark, by keyboard, on paper, without script.
 * usage: node judge.mjs TOOLS FILE… [--hostile FILE…]   TOOLS holds node_modules; of hostile files it is asked that nothing of them runs.
 * Files with the same bytes are judged once. Prints "ok …" and "FAIL …", then the count. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { launch, Reader } from "./browser.mjs";
import { atWidth, everywhere, onPaper, withoutScript } from "./checks.mjs";
import { heavy } from "./weight.mjs";
import { lighthouse } from "./lighthouse.mjs";
import { links } from "./links.mjs";
import { nu } from "./nu.mjs";
import { disclosing, operations } from "./operate.mjs";
import { ofSites } from "./site.mjs";

const [tools, ...given] = process.argv.slice(2);
const from = given.includes("--hostile") ? given.indexOf("--hostile") : given.length, files = given.slice(0, from), hostile = given.slice(from + 1);
const count = { passed: 0, failed: 0 };
const nameOf = (file) => relative(resolve(tools, "pages"), resolve(file));

function verdict(name, problems) {
  if (problems.length === 0) count.passed++;
  else count.failed++;
  console.log(problems.length ? `FAIL ${name}: ${problems.slice(0, 6).join(" | ").slice(0, 1500)}` : "ok " + name);
}

/* One of each content: what is built twice is looked at once. */
function unlike(paths) {
  const seen = new Map();
  for (const path of paths) {
    const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
    if (!seen.has(hash)) seen.set(hash, path);
  }
  return [...seen.values()];
}

async function all(reader, name, checks) {
  for (const [what, check] of Object.entries(checks)) {
    let problems;
    try {
      problems = await check(reader.page);
    } catch (error) {
      problems = ["the check broke: " + error.message.split("\n")[0]];
    }
    verdict(`${name} ${what}`, problems);
  }
}

/* Axe looks at opposite corners, wide and light, narrow and dark: what it finds depends on places, which a scheme does not move, and
 * on colours, which a width does not change; both are checked element by element. CORNERS=4 lets it look at all four. */
const cornerOf = { 1280: "light", 320: "dark" };

/* The first page of a folder is gone through whole in both widths. Its neighbours come of the same template: axe looks at them but for
 * contrast, which is its slowest rule by far and is computed here for every word of every page in both schemes; they are operated
 * narrow, and what is true of a style sheet is not proven again. */
async function look(reader, name, width, scheme, whole) {
  await reader.wear(scheme);
  if (process.env.CORNERS === "4" || cornerOf[width] === scheme) verdict(`${name} ${width} ${scheme} axe`, await reader.accessible(whole));
  await all(reader, `${name} ${width} ${scheme}`, everywhere);
}

async function judge(reader, plain, file, whole) {
  const name = nameOf(file), seen = {};
  for (const width of [1280, 320]) {
    await reader.open(file, width);
    for (const scheme of ["dark", "light"]) {
      await look(reader, name, width, scheme, whole);
      if (whole) seen[width + scheme] = await reader.elements();
    }
    if (whole) verdict(`${name} ${width} light and dark differ in colours alone`, different(seen[width + "light"].places, seen[width + "dark"].places));
    if (whole || width === 320) await all(reader, `${name} ${width}`, { ...atWidth, ...operations });
    verdict(`${name} ${width} silent`, reader.heard());
  }
  for (const scheme of whole ? ["dark", "light"] : [])
    verdict(`${name} ${scheme} narrow and wide differ in places alone`, different(seen["1280" + scheme].colours, seen["320" + scheme].colours));
  await reader.print();
  await all(reader, `${name} on paper`, onPaper);
  await plain.open(file, 320);
  await all(plain, `${name} without script`, { ...withoutScript, "disclosures open and close": disclosing });
  verdict(`${name} without script: silent`, plain.heard());
}

/* Everything is touched, by pointer and by key: what could run would. */
async function provoke(reader, file) {
  const name = nameOf(file) + " hostile";
  await reader.open(file, 1280);
  await all(reader, name, { ...atWidth, ...operations, ...ofSites });
  await reader.page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
  await reader.page.evaluate(() => { for (const e of document.querySelectorAll("*")) for (const type of ["mouseover", "mouseenter", "focus", "toggle", "load", "error"]) e.dispatchEvent(new Event(type)); });
  verdict(`${name} runs nothing`, reader.heard());
}

function different(some, others) {
  const at = some.findIndex((one, i) => one !== others[i]);
  return some.length !== others.length || at >= 0 ? [`element ${at}: ${some[at]} and ${others[at]}`] : [];
}

/* Every reader takes the next page; the largest first, so that none is left alone with it at the end. */
async function readAll(browser, paths, provoked, whole) {
  const waiting = [...paths, ...provoked].sort((a, b) => readFileSync(b).length - readFileSync(a).length);
  const work = async () => {
    const reader = await Reader.with(browser, tools, true), plain = await Reader.with(browser, tools, false);
    for (let path; (path = waiting.shift());) await (provoked.includes(path) ? provoke(reader, path) : judge(reader, plain, path, whole.has(path)));
  };
  await Promise.all(Array.from({ length: Number(process.env.READERS || 2) }, work));
}

/* The first path of each kind. */
function firsts(paths, kindOf) {
  const seen = new Map();
  for (const path of paths) if (!seen.has(kindOf(path))) seen.set(kindOf(path), path);
  return [...seen.values()];
}

/* The template that a page comes of. */
const templateOf = (path) => /[\\/](?:internal|partners|public)[\\/](workspace[\\/][^\\/]+|[a-z-]+)[\\/]?/.exec(path)?.[1] ?? basename(dirname(path));

const paths = unlike(files), provoked = unlike(hostile), every = [...paths, ...provoked];
console.log(`${files.length + hostile.length} pages, ${every.length} of them different`);
const browser = await launch(tools);
const validating = nu(tools, every);
try {
  await readAll(browser, paths, provoked, new Set(firsts(paths, dirname)));
} finally {
  await browser.close();
}
for (const [path, problems] of await validating) verdict(nameOf(path) + " Nu checker", problems);
for (const [path, problems] of links(every)) verdict(nameOf(path) + " links resolve", problems);
for (const [path, problems] of heavy(paths)) verdict(nameOf(path) + " weight", problems);
for (const [path, problems] of await lighthouse(tools, firsts(paths, templateOf))) verdict(nameOf(path) + " Lighthouse", problems);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed || !count.passed ? 1 : 0;
