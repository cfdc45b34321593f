/* A reader: a window of the browser where pages are opened one after the other, and which hears whatever they say or ask for. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const required = (tools) => createRequire(resolve(tools) + "/");

export async function launch(tools, ...args) {
  const { chromium } = required(tools)("playwright-core");
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", ...args],
  });
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export class Reader {
  static async with(browser, tools, script) {
    const reader = new Reader(), context = reader.context = await browser.newContext({ reducedMotion: "reduce", javaScriptEnabled: script });
    await context.addInitScript("window.ran = () => { console.error('something hostile ran'); };");
    reader.axe = readFileSync(required(tools).resolve("axe-core/axe.min.js"), "utf8");
    reader.said = [];
    await reader.turn();
    return reader;
  }

  /* A new page in place of one that no longer answers. */
  async turn() {
    const before = this.page;
    this.page = await this.context.newPage();
    this.listen();
    if (before) await before.close();
  }

  /* A page may ask for nothing but what lies beside it, say nothing, and run nothing of its author's. */
  listen() {
    const { page, said } = this;
    page.on("console", (message) => said.push("console: " + message.text()));
    page.on("pageerror", (error) => said.push("error: " + error.message));
    page.on("dialog", (dialog) => { said.push("dialog: " + dialog.message()); dialog.dismiss(); });
    page.on("popup", (popup) => { said.push("window: " + popup.url()); popup.close(); });
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith("data:") && !(url.startsWith("file:") && this.folder && url.startsWith(this.folder)) && url !== this.url) said.push("request: " + url);
    });
  }

  async open(file, width) {
    this.url = pathToFileURL(resolve(file)).href;
    this.folder = /[\\/]workspace[\\/]/.test(file) ? pathToFileURL(dirname(resolve(file)).replace(/([\\/]workspace)[\\/].*/, "$1/")).href : "";
    this.said.length = 0;
    await this.page.emulateMedia({ media: "screen", colorScheme: "light" });
    await this.page.setViewportSize({ width, height: 800 });
    await this.page.goto(this.url);
  }

  async wear(scheme) {
    await this.page.emulateMedia({ media: "screen", colorScheme: scheme });
  }

  async print() {
    await this.page.emulateMedia({ media: "print", colorScheme: "light" });
    await this.page.setViewportSize({ width: Math.round((178 / 25.4) * 96), height: 1000 }); /* A4 between its margins */
    await this.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  }

  /* Elements that do not stand in the second scheme where they stand in the first, or that one of them hides. */
  async moved(first, second) {
    const boxes = () => this.page.evaluate((name) => {
      const now = Array.from(document.body.querySelectorAll("*"), (e) => {
        const box = e.getBoundingClientRect();
        return `${e.tagName} ${e.checkVisibility({ opacityProperty: true, visibilityProperty: true })} ${box.x} ${box.y} ${box.width} ${box.height}`;
      });
      const before = window.standing ?? now, at = now.findIndex((one, i) => one !== before[i]);
      window.standing = now;
      return at >= 0 || now.length !== before.length ? [`element ${at}: ${before[at]}, ${name} ${now[at]}`] : [];
    }, second);
    await this.wear(first);
    await boxes();
    await this.wear(second);
    return boxes();
  }

  heard() {
    return [...this.said];
  }

  /* What axe finds, by all our rules or by those of them that look at colours. */
  async accessible(which) {
    if (!(await this.page.evaluate(() => "axe" in window))) await this.page.evaluate(this.axe);
    return this.page.evaluate(async ([tags, which]) => {
      const ofColour = axe.getRules(tags).filter((rule) => rule.tags.includes("cat.color")).map((rule) => rule.ruleId);
      const runOnly = which === "colours" ? { type: "rule", values: ofColour } : { type: "tag", values: tags };
      const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"], iframes: false, preload: false });
      return violations.map((v) => v.id + " " + v.nodes.slice(0, 2).map((node) => node.html + " " + node.failureSummary).join(" ; "));
    }, [rules, which]);
  }
}
