/* The judge before pages that it must find wrong: each check sees at least one fault, made in a page that has none. A check without a
 * fault, or a fault that is not seen, fails.
 * usage: node faults.mjs TOOLS DOCUMENT SEARCH EXPLORE   a document with tables and charts, two pages of a workspace */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch, Reader } from "./browser.mjs";
import { atWidth, everywhere, onPaper, withoutScript } from "./checks.mjs";
import { lighthouse } from "./lighthouse.mjs";
import { links } from "./links.mjs";
import { nu } from "./nu.mjs";
import { disclosing, operations } from "./operate.mjs";
import { NoAnswer, within } from "./patience.mjs";
import { ofSites } from "./site.mjs";
import { heavy } from "./weight.mjs";

const [tools, document_, search, explore] = process.argv.slice(2);
const axe = (which) => (_, reader) => reader.accessible(which), silent = (_, reader) => new Promise((done) => setTimeout(() => done(reader.heard()), 100));

/* ---- harm: done in the page, without script of the page's own ---- */
const style = (rules, media = "all") => (page) => page.evaluate((rule) => {
  const sheet = document.styleSheets[0];
  sheet.insertRule(rule, sheet.cssRules.length);
}, `@media ${media} { ${rules} }`);
const change = (selector, done) => (page) => page.evaluate(([selector, done]) => {
  const found = document.querySelectorAll(selector);
  if (!found.length) throw new Error("nothing to harm: " + selector);
  for (const e of found) for (const [name, value] of Object.entries(done)) value === null ? e.removeAttribute(name) : e.setAttribute(name, value);
}, [selector, done]);
const write = (html) => (page) => page.evaluate((html) => document.querySelector("main").insertAdjacentHTML("beforeend", html), html);
/* A copy looks the same and does nothing. */
const deaf = (selector) => (page) => page.evaluate((selector) => document.querySelectorAll(selector).forEach((e) => e.replaceWith(e.cloneNode(true))), selector);
const swallow = (type) => (page) => page.evaluate((type) => document.addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true), type);
const soon = (done) => (page) => page.evaluate(done);

const hideLatest = (page) => page.evaluate(() => document.querySelectorAll(".t").forEach((region) => {
  region.querySelectorAll(".now").forEach((now) => now.parentNode.append(now));
  region.firstElementChild.style.minWidth = "3000px";
  region.scrollLeft = -1e6; /* what opens at its end counts from there */
}));

/* ---- [check, what it must say, harm, and where: page, width, scheme, medium, script] ---- */
const dark = { scheme: "dark" }, paper = { paper: true }, bare = { script: false, width: 320 };
const faults = [
  ["axe", axe("all"), /color-contrast/, style("main p { color: #aaa !important; background: #fff }")],
  ["axe", axe("all"), /target-size/, write("<p><button>a</button><button>b</button></p>"), { style: "main p button { all: unset; font-size: 8px; width: 8px; height: 8px; display: inline-block }" }],
  ["axe", axe("all"), /image-alt/, write("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' width='9' height='9'>")],
  ["axe", axe("all"), /button-name/, write("<button></button>")],
  ["axe", axe("all"), /heading-order/, write("<h2>a</h2><h6>b</h6>")],
  ["axe", axe("all"), /region/, (page) => page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p>outside</p>"))],
  ["axe", axe("all"), /html-has-lang/, change("html", { lang: null })],
  ["axe", axe("all"), /scrollable-region-focusable/, write("<div><p>a</p></div>"), { style: "main > div:last-child { height: 20px; overflow: auto } main > div:last-child p { height: 400px }" }],
  ["axe", axe("all"), /label/, write("<input>")],
  ["axe, colours", axe("colours"), /color-contrast/, style("main p { color: #333 !important }", "(prefers-color-scheme: dark)"), dark],
  ["light and dark differ in colours alone", (_, reader) => reader.moved("light", "dark"), /element/, style("p { padding: 3px }", "(prefers-color-scheme: dark)")],
  ["light and dark differ in colours alone", (_, reader) => reader.moved("dark", "light"), /element/, style("h2 { visibility: hidden }", "(prefers-color-scheme: light)")],
  ["fits its width", everywhere, /sideways/, style("main p { min-width: 2000px }")],
  ["texts of charts stand apart", everywhere, /" over "/, change("svg text", { x: "50", y: "50", transform: "" })],
  ["words can be read", everywhere, /2\.\d\d/, style("main p { color: #aaa !important; background: #fff }")],
  ["words of charts can be read", everywhere, /1\.\d\d/, style("svg text { fill: #eee !important }")],
  ["the latest period is seen first", atWidth, /not seen first/, hideLatest, { page: explore, width: 320 }],
  ["the latest period is seen first", withoutScript, /not seen first/, hideLatest, { page: explore, ...bare }],
  ["is what it says", atWidth, /one h1/, write("<h1>a</h1>")],
  ["is what it says", atWidth, /level is skipped/, write("<h2>a</h2><h5>b</h5>")],
  ["is what it says", atWidth, /script or style/, write("<script></script>")],
  ["is what it says", atWidth, /event attribute/, write("<p onclick='x'>a</p>")],
  ["is what it says", atWidth, /link that may run/, write("<a href='javascript:x'>a</a>")],
  ["is what it says", atWidth, /no place here/, write("<iframe></iframe>")],
  ["is what it says", atWidth, /policy/, change("meta[http-equiv]", { content: "default-src *" })],
  ["links of the page lead somewhere", atWidth, /#nowhere/, write("<a href='#nowhere'>a</a>")],
  ["tables sort", operations, /aria-sort/, deaf("th[data-sort] button")],
  ["tables sort", operations, /not ascending/, (page) => page.evaluate(() => { HTMLTableSectionElement.prototype.append = () => {}; })],
  ["tables filter", operations, /rows|none/, deaf(".filter input")],
  ["disclosures open and close", operations, /does not open/, swallow("click")],
  ["disclosures open and close", operations, /holds nothing/, write("<details><summary>a</summary></details>")],
  ["figures lead to their source", operations, /does not open/, (page) => page.evaluate(() => document.addEventListener("click", (event) => event.stopPropagation(), true))],
  ["figures lead to their source", operations, /leads nowhere/, change("[href^='#_f']", { href: "#_fnowhere" })],
  ["charts say their values", operations, /under the pointer/, deaf(".plot")],
  ["keys and pointer do the same", operations, /Enter does not/, swallow("keydown")],
  ["the contents follow the reading", operations, /marked/, (page) => page.evaluate(() => document.querySelector(".toc").replaceWith(document.querySelector(".toc").cloneNode(true)))],
  ["the keyboard reaches everything", operations, /not reached/, change("main a[href]", { tabindex: "-1" })],
  ["the keyboard reaches everything", operations, /cannot be seen/, style(":focus { outline: none !important }")],
  ["the keyboard reaches everything", operations, /covered/, write("<div id='_over'></div>"), { style: "#_over { position: fixed; inset: 0; z-index: 99 }" }],
  ["the keyboard reaches everything", operations, /off the screen/, write("<p id='_off'><a href='#'>a</a></p>"), { style: "#_off { overflow: clip; width: 0 } #_off a { position: relative; left: 30px }" }],
  ["words are searched", ofSites, /does not find|is not found/, deaf("[role=search] input"), { page: search }],
  ["rows and columns are chosen", ofSites, /does not show/, deaf(".choose"), { page: explore }],
  ["rows and columns are chosen", ofSites, /one id/, change(".choose input", { id: "_one" }), { page: explore }],
  ["what is chosen is remembered", ofSites, /has forgotten|does not lead/, deaf(".choose"), { page: explore }],
  ["the drawing says its values", ofSites, /says nothing/, deaf(".drawn"), { page: explore }],
  ["the drawing says its values", ofSites, /leaves the period/, (page) => page.evaluate(() => document.querySelectorAll(".drawn .v").forEach((mark) => { mark.dataset.at = 0; })), { page: explore }],
  ["fits the sheet", onPaper, /beyond the paper/, style("main table { min-width: 2000px }"), paper],
  ["holds no control", onPaper, /on paper/, style("nav.toc.toc { display: block !important }"), paper],
  ["holds what was behind disclosures", onPaper, /not printed/, style(".chart details > * { display: none }"), paper],
  ["holds what was behind disclosures", onPaper, /not printed/, style("details:not([open])::details-content { content-visibility: hidden !important }"), { ...bare, ...paper }],
  ["prints where figures come from with a document", onPaper, /not printed/, style(".annex::details-content { content-visibility: hidden !important }"), paper],
  ["everything is shown", withoutScript, /hidden/, style("main p { display: none }"), bare],
  ["charts say their values to a pointer", withoutScript, /without a title/, (page) => page.evaluate(() => document.querySelectorAll(".v title").forEach((e) => e.remove())), bare],
  ["wide tables say so", withoutScript, /cannot be reached/, change(".t", { tabindex: null }), bare],
  ["disclosures open and close", { "disclosures open and close": disclosing }, /holds nothing/, write("<details><summary>a</summary></details>"), bare],
  ["answers", (page) => within(2, page.evaluate(() => [])), /no answer/, soon(() => { setTimeout(() => { for (;;); }); })],
  ["silent", silent, /console/, soon(() => { setTimeout(() => console.warn(1)); })],
  ["silent", silent, /error/, soon(() => { setTimeout(() => { throw new Error("x"); }); })],
  ["silent", silent, /dialog/, soon(() => { setTimeout(() => alert(1)); })],
  ["silent", silent, /window/, soon(() => { open("about:blank"); })],
  ["silent", silent, /console/, write("<img src='https://x.example/a.png' alt='a'>")],
];

/* ---- harm done to the bytes ---- */
const doctype = (text) => text.replace(/<!doctype html>/i, ""), policy = (text) => text.replace(/<meta http-equiv[^>]*>/i, "");
const inMain = (html) => (text) => text.replace(/<\/main>/, html + "</main>"), first = ([[, problems]]) => problems;
const ofBytes = [
  ["Nu checker", async (path) => first([...(await nu(tools, [path]))]), /Duplicate ID/, inMain("<p id='a'>a</p><p id='a'>a</p>")],
  ["links resolve", async (path) => first(links([path])), /no such file/, inMain('<a href="nowhere.html">a</a>')],
  ["links resolve", async (path) => first(links([path])), /no such place/, inMain('<a href="#nowhere">a</a>')],
  ["weight", async (path) => first(heavy([path])), /at most/, inMain("<p>" + "a".repeat(200000) + "</p>")],
  ["Lighthouse", async (path) => first(await lighthouse(tools, [path])), /accessibility \d\d:/, inMain("<button></button>")],
  ["Lighthouse", async (path) => first(await lighthouse(tools, [path])), /best-practices \d\d:/, doctype],
  ["silent", opened, /request/, (text) => inMain("<img src='/nowhere.png' alt='a'>")(policy(text))],
  ["silent", opened, /hostile ran/, (text) => inMain("<img src='data:,x' onerror='ran()' alt='a'>")(policy(text))],
];

let browser, reader, plain, unseen = 0;
async function opened(path) {
  await reader.open(path, 1280);
  return silent(reader.page, reader);
}

function verdict(what, expected, problems) {
  const seen = problems.some((problem) => expected.test(problem));
  if (!seen) unseen++;
  console.log(seen ? `ok judge: ${what} sees ${expected.source}` : `FAIL judge: ${what} does not see ${expected.source}: ${problems.slice(0, 2).join(" | ").slice(0, 300)}`);
}

async function before([what, check, expected, harm, where = {}]) {
  const one = where.script === false ? plain : reader;
  await one.open(where.page ?? document_, where.width ?? 1280);
  if (where.scheme) await one.wear(where.scheme);
  if (where.paper) await one.print();
  if (where.style) await style(where.style)(one.page);
  await harm(one.page);
  return (typeof check === "function" ? check : check[what])(one.page, one);
}

async function all() {
  for (const fault of faults) {
    const found = await before(fault).catch(async (error) => {
      if (error instanceof NoAnswer) await reader.turn();
      return [error.message.split("\n")[0]];
    });
    verdict(fault[0], fault[2], found);
  }
  const folder = join(tools, "faults/quarterly-synthesis"), path = join(folder, "a.html");
  mkdirSync(folder, { recursive: true });
  for (const [what, check, expected, harm] of ofBytes) {
    writeFileSync(path, harm(readFileSync(document_, "utf8")));
    verdict(what, expected, await check(path));
  }
  const named = new Set([...faults, ...ofBytes].map(([what]) => what));
  for (const what of Object.keys({ ...everywhere, ...atWidth, ...operations, ...ofSites, ...onPaper, ...withoutScript }))
    if (!named.has(what)) verdict(what, /any fault/, ["no fault is known to it"]);
}

browser = await launch(tools);
reader = await Reader.with(browser, tools, true), plain = await Reader.with(browser, tools, false);
try {
  await all();
} finally {
  await browser.close();
}
process.exitCode = unseen ? 1 : 0;
