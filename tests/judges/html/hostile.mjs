/* A programme made hostile: every text of its cells, front matter and narratives carries what has run in other people's pages.
 * usage: node hostile.mjs PROGRAM FROM TO words|everything
 * "words" leaves keys, dates, numbers and closed lists as they are, so that nearly all is printed; every field bears every string.
 * "everything" spoils all cells of every second row, whatever their type, and adds files whose very names are hostile. */
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

const [program, from, to, how] = process.argv.slice(2);

export const strings = [
  "<script>ran()</script>", "\"><img src=x onerror=ran()>", "'><svg onload=ran()>", "</style><style>*{background:url(//x.example)}",
  "</title></textarea></script><script>ran()</script>", "\" autofocus onfocus=ran() x=\"", "' onmouseover='ran()", "javascript:ran()",
  "<a href=javascript:ran()>x</a>", "<a href=\"data:text/html,<script>ran()</script>\">x</a>", "<iframe srcdoc=\"<script>ran()</script>\"></iframe>",
  "<base href=//x.example>", "<meta http-equiv=refresh content=\"0;url=javascript:ran()\">",
  "\"><meta http-equiv=Content-Security-Policy content=\"script-src * 'unsafe-inline'\">", "<link rel=stylesheet href=//x.example>",
  "<math><mtext></p><style><img src=x onerror=ran()></style>", "<svg><foreignObject><body onload=ran()></foreignObject></svg>",
  "<svg><animate onbegin=ran() attributeName=x>", "<details open ontoggle=ran()>", "<form action=javascript:ran()><button>", "]]><!-- --!><script>ran()</script>",
  "&lt;script&gt;ran()&lt;/script&gt;", "&#60;script&#62;ran()&#60;/script&#62;", "%3Cscript%3Eran()%3C/script%3E", "\\x3cscript\\x3eran()\\x3c/script\\x3e",
  "{{constructor.constructor('ran()')()}}", "${ran()}", "#{ran()}", "<%= ran() %>", "`-ran()-`", "\u2028ran()\u2029", "\u202Egpj.exe", "=HYPERLINK(\"//x.example\")",
  "'; style-src *; script-src 'unsafe-inline' *; img-src *", "<div style=\"background:url(javascript:ran())\">", "@import '//x.example';",
];
const whole = strings.join(" ");
let turn = 0;
const next = () => strings[turn++ % strings.length];
const spoiled = (text) => (how === "words" ? `${text} ${whole}` : `${text}${next()}`);

const markdown = `

## Après <script>ran()</script> "><img src=x onerror=ran()>

[lien](javascript:ran()) [lien](JaVaScRiPt:ran()) [lien](&#106;avascript:ran()) [lien](<java
script:ran()>) [lien](data:text/html;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg==) [lien](vbscript:ran()) [lien](//x.example) [lien](https://x.example/"onmouseover="ran())
[lien](https://x.example "\\"><script>ran()</script>") [lien][r] <javascript:ran()> <https://x.example/"><script>ran()</script>> ![image](javascript:ran()) ![" onerror="ran()](media/logo.png)
![x](https://x.example/x.png "onload=ran()")

[r]: javascript:ran() "x"

<script>ran()</script>
<img src=x onerror=ran()>
<style>*{background:url(//x.example)}</style>
<!-- --><svg/onload=ran()>

| a"><script>ran()</script> | [b](javascript:ran()) |
|---|---|
| <img src=x onerror=ran()> | \`</code><script>ran()</script>\` |

\`\`\`"><script>ran()</script>
</code></pre><script>ran()</script>
\`\`\`

> </blockquote><script>ran()</script>

- [ ] ${whole.replaceAll("\u2028", "").replaceAll("\u2029", "")}
`;

/* ---- reading and writing CSV as people save it ---- */
function decoded(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const separatorOf = (text) => [";", ",", "\t"].reduce((best, one) => (text.split("\n")[0].split(one).length > text.split("\n")[0].split(best).length ? one : best));

function rowsOf(text, separator) {
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i], row = rows[rows.length - 1];
    if (quoted && c === '"' && text[i + 1] === '"') { row[row.length - 1] += '"'; i++; }
    else if (c === '"' && (quoted || row[row.length - 1] === "")) quoted = !quoted;
    else if (!quoted && c === separator) row.push("");
    else if (!quoted && c === "\n") rows.push([""]);
    else if (quoted || c !== "\r") row[row.length - 1] += c;
  }
  return rows.filter((row) => row.length > 1 || row[0]);
}

function tableOf(path) {
  const text = decoded(readFileSync(path)).replace(/^\uFEFF|^sep=.\r?\n/g, ""), separator = separatorOf(text);
  return { separator, rows: rowsOf(text, separator) };
}

const quoted = (cell) => (cell === "" ? "" : `"${cell.replaceAll('"', '""')}"`);

/* ---- what is a word: the program's own schema says which columns are typed; what names something else stays ---- */
const schema = new Map(JSON.parse(execFileSync(program, ["schema"], { encoding: "utf8" })).map((table) => [table.name, table.fields]));
const ids = new Set();
const isTyped = (field) => field.type !== "string" || field.constraints.enum || field.constraints.unique || field.constraints.pattern;
const isPlain = (value) => /^([-–]|[\d\s\u00A0\u202F.,%€-]+|\d{4}(-[\dTQSM-]+)?|\d\d?\/\d\d?\/\d{4}|nd|so|nc|oui|non|#[0-9A-F]{6})$/i.test(value);
const isName = (value) => value.split(/[\s,]+|:/).filter(Boolean).every((one) => ids.has(one) || /^(tag|tous|[+-])$/.test(one));

function columnsToSpoil(kind, head, rows) {
  const fields = new Map((schema.get(kind) ?? []).map((field) => [field.name, field]));
  return head.map((name, at) => {
    const field = fields.get(name.trim()), values = rows.map((row) => row[at] ?? "").filter(Boolean);
    if (!field || isTyped(field) || name === "ventilations") return false;
    return values.some((value) => !isPlain(value) && !isName(value)) && !(kind === "mesures" && /^(indicateur|periode|valeur)$/.test(name));
  });
}

const isAddress = (value) => /^https?:|@/.test(value);
const spoiledCell = (value, at) => (isAddress(value) && at % 2 ? "javascript:ran()//" + value : spoiled(value));

function spoilTable(path) {
  const { separator, rows: [head, ...rows] } = tableOf(path);
  const kind = relative(to, path).startsWith("laureats/") ? "mesures" : basename(path, ".csv");
  const columns = columnsToSpoil(kind, head, rows);
  const done = rows.map((row, r) => row.map((value, c) => {
    if (!value) return value;
    if (how === "words") return columns[c] ? spoiledCell(value, r) : value;
    return r % 2 ? (r % 4 === 1 ? spoiled(value) : next()) : value;
  }));
  writeFileSync(path, [head, ...done].map((row) => row.map(quoted).join(separator)).join("\n") + "\n");
}

/* ---- texts ---- */
function spoiledFront(line, at) {
  const [, start, value] = /^(\s*(?:- |[\w-]+: ))(.*)$/.exec(line) ?? [];
  if (value === undefined) return line;
  const plain = value.replace(/^"(.*)"$/, "$1");
  const keep = how === "words" ? !/[\s’']/.test(plain) && !isAddress(plain) : at % 2 === 0;
  return keep || /^[>|[{]|^"[^"]*$/.test(value) || /^\s*(code|language|period|media|photo|logo)\b/.test(start) ? line : start + JSON.stringify(spoiled(plain).replace(/[\u2028\u2029]/g, ""));
}

function spoilText(path) {
  const text = decoded(readFileSync(path)), [, front, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [null, "", text];
  const lines = body.split("\n").map((line) => (/^\s*$|^[#|`>:-]/.test(line) ? line : `${line} ${next()}`));
  const head = front ? `---\n${front.split("\n").map(spoiledFront).join("\n")}\n---\n` : "";
  writeFileSync(path, head + lines.join("\n") + markdown);
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

cpSync(from, to, { recursive: true });
for (const path of files(to)) {
  if (path.endsWith(".md")) ids.add(basename(path, ".md"));
  if (!path.endsWith(".csv")) continue;
  const [head, ...rows] = tableOf(path).rows;
  head.forEach((name, at) => { if (/^(id|maillon|ventilation|categorie|code|etiquettes)$/.test(name)) rows.forEach((row) => (row[at] ?? "").split(/[\s,]+/).forEach((one) => ids.add(one))); });
}
const made = files(to);
for (const path of made) {
  if (path.endsWith(".csv")) spoilTable(path);
  if (path.endsWith(".md")) spoilText(path);
}
if (how === "everything")
  for (const path of made.filter((one) => /\.(md|png)$/.test(one)))
    for (const name of ["\"><img src=x onerror=ran()>", "'-ran()-'", "${ran()}"]) cpSync(path, join(dirname(path), name + path.slice(path.lastIndexOf("."))));
