/* Links of pages, read from their bytes: an address in the page, a file beside it with the place named in it, or a well-formed address
 * elsewhere. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const decoded = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);
const anchors = new Map();

function anchorsOf(path) {
  if (!anchors.has(path)) anchors.set(path, new Set(Array.from(readFileSync(path, "utf8").matchAll(/\sid="([^"]*)"/g), (m) => decoded(m[1]))));
  return anchors.get(path);
}

function problem(page, link) {
  if (/^(https?|mailto):/i.test(link)) return URL.canParse(link) ? "" : "not an address: " + link;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)) return "of a kind that is not for pages: " + link;
  const [path, fragment] = link.split("#"), file = path ? resolve(dirname(page), decodeURIComponent(path)) : page;
  if (!existsSync(file) || !statSync(file).isFile()) return "no such file: " + link;
  if (fragment && file.endsWith(".html") && !anchorsOf(file).has(decodeURIComponent(fragment))) return "no such place: " + link;
  return "";
}

export function links(paths) {
  return paths.map((given) => {
    const page = resolve(given), text = readFileSync(page, "utf8").replace(/<(script|style)\b[^>]*>[^]*?<\/\1>/g, "");
    const found = new Set(Array.from(text.matchAll(/\s(?:href|src)="([^"]*)"/g), (m) => decoded(m[1])).filter((link) => !link.startsWith("data:")));
    return [given, Array.from(found, (link) => problem(page, link)).filter(Boolean)];
  });
}
