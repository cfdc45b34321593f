/* Opens HTML files in a browser, as people do: narrow and wide, light and dark, by keyboard, without script.
 * usage: node judge.mjs TOOLS FILE… [--light FILE…]   TOOLS holds node_modules; the files after --light are only looked at.
 * Prints "ok …" and "FAIL …", then the count. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { checks, everywhere, withoutScript } from "./checks.mjs";

const [tools, ...asked] = process.argv.slice(2);
const from = asked.indexOf("--light"), whole = from < 0 ? asked : asked.slice(0, from), light = from < 0 ? [] : asked.slice(from + 1);
const require = createRequire(resolve(tools) + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const count = { passed: 0, failed: 0 };

const nameOf = (file) => relative(resolve(tools, "pages"), resolve(file));

function verdict(name, problems) {
  if (problems.length === 0) {
    count.passed++;
    console.log("ok " + name);
    return;
  }
  count.failed++;
  console.log("FAIL " + name + ": " + problems.slice(0, 6).join(" | ").slice(0, 1500));
}

/* A page that may ask for nothing, say nothing and run nothing of its own. */
async function opened(browser, file, options) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage(), heard = [], url = pathToFileURL(resolve(file)).href;
  page.on("console", (message) => heard.push("console: " + message.text()));
  page.on("pageerror", (error) => heard.push("error: " + error.message));
  page.on("dialog", (dialog) => { heard.push("dialog: " + dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("data:")) heard.push("request: " + request.url());
  });
  await context.addInitScript("window.ran = () => { console.error('something hostile ran'); };");
  await page.goto(url);
  return { context, page, heard };
}

async function accessible(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"],
  }));
  return found.violations.map((v) => v.id + " " + v.nodes.slice(0, 2).map((node) => node.html + " " + node.failureSummary).join(" ; "));
}

async function look(browser, file, options, more) {
  const where = `${nameOf(file)} ${options.viewport.width} ${options.colorScheme}`;
  const { context, page, heard } = await opened(browser, file, options);
  verdict(where + " axe", await accessible(page));
  for (const [what, check] of Object.entries({ ...everywhere, ...more })) verdict(`${where} ${what}`, await check(page));
  verdict(where + " silent", heard);
  await context.close();
}

const viewport = { 320: { width: 320, height: 800 }, 1280: { width: 1280, height: 800 } };

async function judgeWhole(browser, file) {
  for (const width of [320, 1280]) {
    await look(browser, file, { viewport: viewport[width], colorScheme: "light" }, checks);
    await look(browser, file, { viewport: viewport[width], colorScheme: "dark" }, {});
  }
  const { context, page, heard } = await opened(browser, file, { viewport: viewport[320], javaScriptEnabled: false });
  for (const [what, check] of Object.entries(withoutScript)) verdict(`${nameOf(file)} without script: ${what}`, await check(page));
  verdict(nameOf(file) + " without script: silent", heard);
  await context.close();
}

async function judgeLightly(browser, file) {
  await look(browser, file, { viewport: viewport[320], colorScheme: "dark" }, {});
  await look(browser, file, { viewport: viewport[1280], colorScheme: "light" }, {});
}

function validated(paths) {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  for (let from = 0; from < paths.length; from += 40) {
    const some = paths.slice(from, from + 40);
    let said = "";
    try {
      execFileSync("java", ["-Duser.language=en", "-jar", jar, ...some.map((path) => resolve(path))], { encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      said = error.stderr + error.stdout;
    }
    for (const path of some) verdict(nameOf(path) + " Nu checker", said.split("\n")
      .filter((line) => line.includes(resolve(path)) && !line.includes("This document appears to be written in")));
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  for (const file of whole) await judgeWhole(browser, file);
  for (const file of light) await judgeLightly(browser, file);
} finally {
  await browser.close();
}
validated([...whole, ...light]);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed || !count.passed ? 1 : 0;
