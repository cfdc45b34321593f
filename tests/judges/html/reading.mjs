/* One page, read as people read it. Axe looks at it in four corners: wide and narrow, light and dark.
 * In each width all its rules are asked once, in one scheme; in the other scheme those that look at colours. The others read structure,
 * names and places, which a scheme does not change: that all boxes stay where they are, and that what is shown stays shown, is checked
 * element by element on the same page. */
import { atWidth, everywhere, onPaper, withoutScript } from "./checks.mjs";
import { disclosing, operations } from "./operate.mjs";
import { ofSites } from "./site.mjs";

let corners = 0;
export const cornersLookedAt = () => corners;

async function all(tally, path, where, checks, page) {
  for (const [what, check] of Object.entries(checks)) await tally.check(path, where, what, () => check(page));
}

const schemes = { 1280: ["light", "dark"], 320: ["dark", "light"] };

async function look(tally, reader, path, width) {
  const [first, second] = schemes[width];
  for (const scheme of [first, second]) {
    await reader.wear(scheme);
    await tally.check(path, `${width} ${scheme}`, scheme === first ? "axe" : "axe, colours", () => reader.accessible(scheme === first ? "all" : "colours"));
    await all(tally, path, `${width} ${scheme}`, everywhere, reader.page);
    corners++;
  }
  await tally.check(path, width, "light and dark differ in colours alone", () => reader.moved(first, second));
}

export async function read(tally, reader, plain, path) {
  for (const width of [1280, 320]) {
    await tally.check(path, width, "opens", () => reader.open(path, width));
    await look(tally, reader, path, width);
    await all(tally, path, width, { ...atWidth, ...operations, ...ofSites }, reader.page);
    await tally.check(path, width, "silent", async () => reader.heard());
  }
  await reader.print();
  await all(tally, path, "on paper", onPaper, reader.page);
  await tally.check(path, "without script", "opens", () => plain.open(path, 320));
  await all(tally, path, "without script", { ...withoutScript, "disclosures open and close": disclosing }, plain.page);
  await plain.print();
  await all(tally, path, "on paper without script", onPaper, plain.page);
  await tally.check(path, "without script", "silent", async () => plain.heard());
}

const events = ["mouseover", "mouseenter", "focus", "toggle", "load", "error"];

/* What runs when a reader acts. Where the contents lead, and whether the tab key comes everywhere, is no matter of what an author wrote:
 * every element takes the focus here in one go, which costs a tenth of pressing the key. */
const { "the contents follow the reading": _contents, "the keyboard reaches everything": _tabbing, ...acts } = operations;

/* A hostile page: everything is touched, by pointer and by key, so that what could run would. */
export async function provoke(tally, reader, path) {
  const { "fits its width": fits } = everywhere;
  await tally.check(path, "hostile", "opens", () => reader.open(path, 320));
  await all(tally, path, "hostile 320", { "fits its width": fits }, reader.page);
  await reader.page.setViewportSize({ width: 1280, height: 800 });
  await all(tally, path, "hostile", { "fits its width": fits, ...atWidth, ...acts, ...ofSites }, reader.page);
  await reader.page.evaluate((types) => {
    document.querySelectorAll("details").forEach((details) => { details.open = true; });
    for (const e of document.querySelectorAll("*")) {
      e.focus?.({ preventScroll: true });
      for (const type of types) e.dispatchEvent(new Event(type));
    }
  }, events);
  await tally.check(path, "hostile", "runs nothing", async () => reader.heard());
}
