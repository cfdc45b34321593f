/* Opens HTML files in a browser, as people do: narrow and wide, light and dark, by keyboard, without script.
 * usage: node judge.mjs TOOLS FILE…   TOOLS holds node_modules. Prints "ok …" and "FAIL …", then the count. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { checks, everywhere, withoutScript } from "./checks.mjs";

const [tools, ...files] = process.argv.slice(2);
const require = createRequire(resolve(tools) + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const count = { passed: 0, failed: 0 };

export function verdict(name, problems) {
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

async function judgeFile(browser, file) {
  const name = basename(file);
  for (const width of [320, 1280])
    for (const colorScheme of ["light", "dark"]) {
      const where = `${name} ${width} ${colorScheme}`;
      const { context, page, heard } = await opened(browser, file, { viewport: { width, height: 800 }, colorScheme });
      verdict(where + " axe", await accessible(page));
      for (const [what, check] of Object.entries(everywhere)) verdict(`${where} ${what}`, await check(page));
      if (colorScheme === "light")
        for (const [what, check] of Object.entries(checks)) verdict(`${where} ${what}`, await check(page));
      verdict(where + " silent", heard);
      await context.close();
    }
  const { context, page, heard } = await opened(browser, file, { viewport: { width: 320, height: 800 }, javaScriptEnabled: false });
  for (const [what, check] of Object.entries(withoutScript)) verdict(`${name} without script: ${what}`, await check(page));
  verdict(name + " without script: silent", heard);
  await context.close();
}

function validated(paths) {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  for (let from = 0; from < paths.length; from += 40) {
    const some = paths.slice(from, from + 40);
    let said = "";
    try {
      execFileSync("java", ["-Duser.language=en", "-jar", jar, ...some], { encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      said = error.stderr + error.stdout;
    }
    for (const path of some) verdict(basename(path) + " Nu checker", said.split("\n")
      .filter((line) => line.includes("/" + basename(path) + '"') && !line.includes("This document appears to be written in")));
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  for (const file of files) await judgeFile(browser, file);
} finally {
  await browser.close();
}
validated(files);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed || !count.passed ? 1 : 0;
