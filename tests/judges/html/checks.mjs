/* What is looked for in a page. Each check takes the page and returns what is wrong, as a list of sentences. */

/* In every width and colour scheme. */
export const everywhere = {
  "fits its width": (page) => page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return wide > 0 ? [`the page scrolls sideways by ${wide}`] : [];
  }),

  "texts of charts stand apart": (page) => page.evaluate(() => {
    const wrong = [];
    for (const svg of document.querySelectorAll("svg")) {
      if (!svg.getClientRects().length) continue;
      const frame = svg.viewBox.baseVal, boxes = [];
      for (const text of svg.querySelectorAll("text")) {
        const b = text.getBBox();
        const box = { said: text.textContent, left: b.x + .5, top: b.y + 2, right: b.x + b.width - .5, bottom: b.y + b.height - 2 };
        if (box.left < -2 || box.right > frame.width + 2 || box.top < -2 || box.bottom > frame.height + 2) wrong.push(`"${box.said}" leaves its chart`);
        for (const other of boxes)
          if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)
            wrong.push(`"${box.said}" over "${other.said}"`);
        boxes.push(box);
      }
    }
    return wrong;
  }),

  "words of charts can be read": (page) => page.evaluate(() => {
    const channel = (v) => (v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    const luminance = (c) => c.match(/\d+/g).slice(0, 3).reduce((sum, v, i) => sum + [.2126, .7152, .0722][i] * channel(v / 255), 0);
    const page = luminance(getComputedStyle(document.documentElement).backgroundColor), wrong = [];
    for (const svg of document.querySelectorAll("svg")) {
      if (!svg.getClientRects().length) continue;
      const painted = Array.from(svg.querySelectorAll("rect")).filter((rect) => rect.getAttribute("fill") !== "none");
      for (const text of svg.querySelectorAll("text")) {
        const b = text.getBBox(), x = b.x + b.width / 2, y = b.y + b.height / 2;
        const under = painted.filter((rect) => {
          const r = rect.getBBox();
          return r.x <= x && x <= r.x + r.width && r.y <= y && y <= r.y + r.height && rect.compareDocumentPosition(text) & 4;
        }).pop();
        const behind = under ? luminance(getComputedStyle(under).fill) : page, ink = luminance(getComputedStyle(text).fill);
        const contrast = (Math.max(ink, behind) + .05) / (Math.min(ink, behind) + .05);
        if (contrast < 4.45) wrong.push(`"${text.textContent}" ${contrast.toFixed(2)}`);
      }
    }
    return wrong;
  }),
};

const shown = `(element) => element.checkVisibility({ visibilityProperty: true })`;

async function tables(page) {
  const wrong = [];
  for (const table of await page.$$(".t table")) {
    const heads = await table.$$("th[data-sort]");
    if (!heads.length || !(await table.isVisible())) continue;
    const column = () => table.evaluate((t, at) => Array.from(t.tBodies).map((body) => Array.from(body.rows)
      .filter((row) => !row.className)
      .map((row) => { const d = row.cells[at].querySelector("data"); return d ? Number(d.value) : row.cells[at].textContent; })), at);
    let at = 0;
    for (const head of heads) {
      at = await head.evaluate((th) => th.cellIndex);
      const button = await head.$("button"), before = JSON.stringify(await column());
      await button.click();
      for (const body of await column()) {
        const numbers = body.filter((v) => typeof v === "number");
        if (numbers.some((v, i) => i && v < numbers[i - 1])) wrong.push(`not ascending: ${numbers}`);
        const gap = body.findIndex((v) => typeof v !== "number");
        if (numbers.length && gap >= 0 && gap < numbers.length) wrong.push(`what is missing is not last: ${body}`);
      }
      if ((await head.getAttribute("aria-sort")) !== "ascending") wrong.push("aria-sort is not said");
      await button.click();
      for (const body of await column()) {
        const numbers = body.filter((v) => typeof v === "number");
        if (numbers.some((v, i) => i && v > numbers[i - 1])) wrong.push(`not descending: ${numbers}`);
      }
      await button.click();
      if (JSON.stringify(await column()) !== before) wrong.push("the third click does not bring the first order back");
    }
  }
  return wrong;
}

async function filter(page) {
  const wrong = [];
  for (const input of await page.$$(".filter input")) {
    const bar = await input.evaluateHandle((i) => i.parentNode), region = await bar.evaluateHandle((b) => b.nextElementSibling);
    const rows = () => region.evaluate((r) => Array.from(r.querySelectorAll("tbody tr")).filter((row) => !row.className && row.checkVisibility()).map((row) => row.cells[0].textContent));
    const all = await rows(), asked = all[all.length - 1];
    if (!all.length) continue; /* in a closed disclosure */
    await input.fill(asked.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toUpperCase());
    const left = await rows();
    if (!left.includes(asked) || (left.length === all.length && new Set(all).size > 1 && all.length > 1)) wrong.push(`filter "${asked}" shows ${left.length} of ${all.length}`);
    if (!(await bar.evaluate((b) => b.querySelector("output").textContent))) wrong.push("the filter does not say how many");
    await input.fill("");
    if ((await rows()).length !== all.length) wrong.push("rows do not come back");
  }
  return wrong;
}

async function disclosures(page) {
  const wrong = [];
  for (const summary of await page.$$("summary")) {
    const details = await summary.evaluateHandle((s) => s.parentNode);
    const open = () => details.evaluate((d) => d.open && d.lastElementChild.checkVisibility());
    await summary.focus();
    await page.keyboard.press("Enter");
    if (!(await open())) wrong.push("does not open: " + (await summary.textContent()).trim());
    await page.keyboard.press("Enter");
    if (await open()) wrong.push("does not close: " + (await summary.textContent()).trim());
  }
  return wrong;
}

async function sources(page) {
  const wrong = [];
  for (const link of (await page.$$(".k >> visible=true")).slice(0, 40)) {
    await link.focus();
    await page.keyboard.press("Enter");
    const led = await link.evaluate(async (a) => {
      const to = document.getElementById(a.hash.slice(1)), details = to && to.closest("details");
      for (let tries = 0; details && !details.open && tries < 50; tries++) await new Promise((done) => setTimeout(done, 20));
      return Boolean(details && details.open);
    });
    if (!led) wrong.push("leads nowhere: " + (await link.textContent()));
  }
  return wrong;
}

async function values(page) {
  const wrong = [];
  for (const plot of await page.$$(".plot[tabindex]:has(.v)")) {
    await plot.focus();
    const said = new Set(), marks = await plot.evaluate((p) => Array.from(p.querySelectorAll(".v")).filter((m) => m.getClientRects().length).length);
    for (let i = 0; i < marks; i++) {
      await page.keyboard.press("ArrowRight");
      said.add(await plot.evaluate((p) => p.querySelector(".tip").textContent));
    }
    if (said.has("") || (marks > 2 && said.size < 2)) wrong.push(`${marks} marks say ${said.size} things`);
    await page.keyboard.press("Escape");
    if (await plot.evaluate((p) => p.querySelector(".tip").textContent)) wrong.push("Escape leaves the value");
    const mark = await plot.$(".v >> visible=true");
    if (!mark) continue;
    await page.mouse.move(0, 0);
    await mark.hover({ force: true });
    if (!(await plot.evaluate((p) => p.querySelector(".tip").textContent))) wrong.push("nothing on hover over " + (await mark.evaluate((m) => m.outerHTML.slice(0, 120))));
  }
  return wrong;
}

async function keyboard(page) {
  await page.evaluate(() => { scrollTo(0, 0); document.activeElement.blur(); });
  const wanted = await page.evaluate((isShown) => {
    const visible = eval(isShown);
    return Array.from(document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")).filter(visible).map((e, i) => { e.wanted = i; return (e.textContent || e.id).trim().slice(0, 30); });
  }, shown);
  const reached = new Set(), wrong = [];
  for (let i = 0; i < wanted.length + 20; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
      return { wanted: e.wanted, marked: e === document.body || (style.outlineStyle !== "none" && box.width > 0), name: e.outerHTML.slice(0, 80) };
    });
    if (at.wanted !== undefined) reached.add(at.wanted);
    if (!at.marked) wrong.push("focus cannot be seen: " + at.name);
  }
  wanted.forEach((name, i) => { if (!reached.has(i)) wrong.push("not reached: " + name); });
  return wrong;
}

/* Once in each width. */
export const checks = {
  "is what it says": (page) => page.evaluate(() => {
    const wrong = [], count = (selector) => document.querySelectorAll(selector).length;
    if (count("h1") !== 1) wrong.push("one h1 is expected");
    let before = 1;
    document.querySelectorAll("h1, h2, h3, h4, h5, h6").forEach((h) => {
      const level = Number(h.tagName[1]);
      if (level > before + 1) wrong.push("a level is skipped before " + h.textContent);
      before = level;
    });
    for (const landmark of ["header", "main", "footer"]) if (count("body > " + landmark) !== 1) wrong.push("one " + landmark + " is expected");
    if (!document.documentElement.lang) wrong.push("no language");
    if (count("script") !== 1 || count("style") !== 1) wrong.push("something was let in: script or style");
    document.querySelectorAll("*").forEach((e) => {
      for (const a of e.attributes) {
        if (/^on/i.test(a.name)) wrong.push("an event attribute: " + a.name);
        if (/^(href|src|action|formaction|xlink:href)$/.test(a.name) && !/^(https?:|mailto:|#|data:image\/)/.test(a.value)) wrong.push("a link that may run: " + a.value);
      }
    });
    if (count("iframe, object, embed, form, base, link, svg foreignObject")) wrong.push("an element that has no place here");
    return wrong;
  }),
  "links of the page lead somewhere": (page) => page.evaluate(() => Array.from(document.querySelectorAll("a[href^='#']"))
    .filter((a) => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map((a) => a.hash)),
  "tables sort": tables,
  "tables filter": filter,
  "disclosures open and close": disclosures,
  "figures lead to their source": sources,
  "charts say their values": values,
  "the contents follow the reading": async (page) => {
    if (!(await page.$("nav a"))) return [];
    await page.evaluate(() => document.getElementById(document.querySelector("nav a").hash.slice(1)).scrollIntoView());
    await page.waitForTimeout(60);
    const first = await page.evaluate(() => Array.from(document.querySelectorAll("nav a[aria-current]")).map((a) => a.hash).join());
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(60);
    const last = await page.evaluate(() => Array.from(document.querySelectorAll("nav a[aria-current]")).map((a) => a.hash).join());
    return first && last && first !== last && !last.includes(",") ? [] : [`marked "${first}", then "${last}"`];
  },
  "the keyboard reaches everything": keyboard,
};

/* With the script off, narrow. */
export const withoutScript = {
  "everything is shown": (page) => page.evaluate(() => {
    const wrong = [];
    document.querySelectorAll("h1, h2, h3, p, td, th, li, figcaption, caption").forEach((e) => {
      if (e.closest("details:not([open])") || e.classList.contains("hint")) return;
      if (e.textContent.trim() && !e.checkVisibility()) wrong.push("hidden: " + e.textContent.trim().slice(0, 40));
    });
    document.querySelectorAll(".plot").forEach((plot) => {
      if (!Array.from(plot.querySelectorAll("svg")).some((svg) => svg.getClientRects().length)) wrong.push("a chart is not shown");
    });
    return wrong;
  }),
  "disclosures open": disclosures,
  "charts say their values to a pointer": (page) => page.evaluate(() => Array.from(document.querySelectorAll(".v")).filter((mark) => !mark.querySelector("title")).map(() => "a mark without a title")),
  "wide tables say so": (page) => page.evaluate(() => Array.from(document.querySelectorAll(".t")).filter((t) => t.checkVisibility() && t.scrollWidth > t.clientWidth + 1 && t.tabIndex !== 0).map(() => "a table that scrolls cannot be reached")),
};
