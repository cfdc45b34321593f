/* What a page lets its reader do, done: every table sorted and filtered, every disclosure opened, every figure followed, every mark
 * pointed at; and one of each by the keyboard. Each operation takes the page and returns what is wrong, as a list of sentences. */

const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

/* Each sortable column: ascending, descending, as it was. */
const sorting = (page) => page.evaluate(() => {
  const wrong = [];
  for (const head of document.querySelectorAll("th[data-sort]")) {
    const table = head.closest("table"), at = head.cellIndex, button = head.querySelector("button");
    const column = () => Array.from(table.tBodies).map((body) => Array.from(body.rows).filter((row) => !row.className).map((row) => {
      const d = row.cells[at].querySelector("data, time");
      return d ? (d.dateTime ? d.dateTime : Number(d.value)) : row.cells[at].textContent;
    }));
    const before = JSON.stringify(column()), said = (text) => wrong.push(`${head.textContent}: ${text}`);
    if (!button) { said("no button"); continue; }
    const check = (direction, name) => {
      button.click();
      if (head.getAttribute("aria-sort") !== name) said("aria-sort is not " + name);
      for (const body of column()) {
        const typed = body.filter((v) => typeof v === "number");
        if (typed.some((v, i) => i && direction * (v - typed[i - 1]) < 0)) said(`not ${name}: ${typed}`);
        const gap = body.findIndex((v) => typeof v !== "number");
        if (typed.length && gap >= 0 && gap < typed.length) said(`what is missing is not last: ${body}`);
      }
    };
    check(1, "ascending");
    check(-1, "descending");
    button.click();
    if (head.hasAttribute("aria-sort")) said("the third click leaves aria-sort");
    if (JSON.stringify(column()) !== before) said("the third click does not bring the first order back");
  }
  return wrong;
});

/* Every filter: asked for each of three rows without accents or capitals; the rows shown hold every word; emptied, all come back. */
const filtering = (page) => page.evaluate(() => {
  const wrong = [], flat = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  for (const input of document.querySelectorAll(".filter input")) {
    const bar = input.closest(".filter"), region = bar.nextElementSibling;
    const rows = () => Array.from(region.querySelectorAll("tbody tr")).filter((row) => !row.className && !row.hidden);
    const all = rows();
    const ask = (text) => { input.value = text; input.dispatchEvent(new Event("input")); };
    for (const row of [all[0], all[all.length >> 1], all[all.length - 1]]) {
      const words = flat(row.cells[0].textContent).trim();
      ask(words.toUpperCase());
      const left = rows();
      if (!left.includes(row)) wrong.push(`"${words}" hides its own row`);
      const expected = all.filter((r) => words.split(/\s+/).every((w) => flat(r.textContent).includes(w)));
      if (left.length !== expected.length) wrong.push(`"${words}" shows ${left.length} rows of ${expected.length}`);
      if (!bar.querySelector("output").textContent.includes(String(left.length))) wrong.push("the filter does not say how many");
    }
    ask("zzzz-none");
    if (rows().length) wrong.push("what is nowhere is found");
    ask("");
    if (rows().length !== all.length) wrong.push("rows do not come back");
  }
  return wrong;
});

export const disclosing = (page) => page.evaluate(() => {
  const wrong = [];
  for (const summary of document.querySelectorAll("summary")) {
    const details = summary.parentNode, was = details.open;
    for (const wanted of [!was, was]) {
      summary.click();
      if (details.open !== wanted) wrong.push(`does not ${wanted ? "open" : "close"}: ${summary.textContent.trim()}`);
    }
    if (details.childElementCount < 2) wrong.push("holds nothing: " + summary.textContent.trim());
  }
  return wrong;
});

/* A figure's link opens the disclosure it names; where it scrolls to is looked at by hand, on one. */
const following = (page) => page.evaluate(() => {
  const wrong = [], stay = (event) => event.preventDefault();
  addEventListener("click", stay, true);
  for (const link of document.querySelectorAll("[href^='#_f']")) {
    const details = document.getElementById(link.hash.slice(1))?.closest("details");
    if (!details) { wrong.push("leads nowhere: " + link.textContent); continue; }
    details.open = false;
    link.click();
    if (!details.open) wrong.push("does not open: " + link.textContent);
  }
  removeEventListener("click", stay, true);
  return wrong;
});

/* Each mark says its value under the pointer, and in turn with the arrows. */
const reading = (page) => page.evaluate(async () => {
  const wrong = [], shown = (m) => m.getClientRects().length;
  for (const plot of document.querySelectorAll(".plot")) {
    const marks = Array.from(plot.querySelectorAll(".v")).filter(shown), tip = plot.querySelector(".tip"), said = new Set();
    if (!marks.length) continue;
    for (const mark of marks) {
      mark.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
      if (!tip.textContent) wrong.push("nothing under the pointer: " + mark.outerHTML.slice(0, 120));
    }
    plot.dispatchEvent(new PointerEvent("pointerleave"));
    if (plot.tabIndex !== 0) { wrong.push("a chart cannot be focused"); continue; }
    const key = (name) => plot.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
    for (let i = 0; i < marks.length; i++) { key("ArrowRight"); said.add(tip.textContent); }
    if (said.has("") || (marks.length > 2 && said.size < 2)) wrong.push(`${marks.length} marks say ${said.size} things`);
    key("Escape");
    if (tip.textContent) wrong.push("Escape leaves the value");
  }
  return wrong;
});

/* Real keys and a real pointer, on the first of each that is shown. */
async function byHand(page) {
  const wrong = [], first = async (selector) => (await page.$(`${selector} >> visible=true`));
  const expect = async (what, handle, test) => { if (!(await handle.evaluate(test))) wrong.push(what); };
  const head = await first("th[data-sort] button");
  if (head) {
    await head.focus();
    await press(page, "Enter");
    await expect("Enter does not sort", head, (b) => b.parentNode.getAttribute("aria-sort") === "ascending");
    await head.click();
    await expect("a click does not sort", head, (b) => b.parentNode.getAttribute("aria-sort") === "descending");
    await press(page, "Space");
    await expect("Space does not sort", head, (b) => !b.parentNode.hasAttribute("aria-sort"));
  }
  const input = await first(".filter input");
  if (input) {
    await input.focus();
    await page.keyboard.type("zzzz");
    await expect("typing does not filter", input, (i) => i.closest(".filter").querySelector("output").textContent !== "");
    await press(page, "Control+A", "Delete");
  }
  const summary = await first("main summary");
  if (summary) {
    await summary.evaluate((s) => { s.parentNode.open = false; });
    await summary.focus();
    await press(page, "Enter");
    await expect("Enter does not open a disclosure", summary, (s) => s.parentNode.open && Array.from(s.parentNode.children).slice(1).some((e) => e.checkVisibility()));
    await press(page, "Space");
    await expect("Space does not close a disclosure", summary, (s) => !s.parentNode.open);
  }
  const figure = await first("[href^='#_f']");
  if (figure) {
    await figure.focus();
    await press(page, "Enter");
    const open = await figure.evaluate(async (a) => {
      const details = document.getElementById(a.hash.slice(1)).closest("details");
      for (let tries = 0; !details.open && tries < 50; tries++) await new Promise((done) => setTimeout(done, 10));
      return details.open && details.getBoundingClientRect().top < innerHeight;
    });
    if (!open) wrong.push("Enter on a figure does not lead to its source");
  }
  const plot = await first(".plot:has(.v)");
  if (plot) {
    await plot.focus();
    await press(page, "ArrowRight");
    await expect("an arrow says no value", plot, (p) => p.querySelector(".tip").textContent !== "");
    await press(page, "Escape");
    await page.mouse.move(0, 0);
    const mark = await plot.$(".v >> visible=true");
    await mark.hover({ force: true });
    await expect("hovering says no value", plot, (p) => p.querySelector(".tip").textContent !== "");
    await page.mouse.move(0, 0);
  }
  return wrong;
}

/* Tab from the top, once through: every control is reached, its focus is seen, and nothing that stays on the screen covers it. */
async function tabbing(page) {
  const expected = await page.evaluate(() => {
    scrollTo(0, 0);
    document.activeElement.blur();
    getSelection().collapse(document.body, 0);
    const wanted = new Set(Array.from(document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']"))
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && !(e.type === "radio" && !e.checked))); /* arrows lead to the others */
    const name = (e) => `${e.tagName.toLowerCase()} "${(e.textContent || e.id).trim().slice(0, 40)}"`;
    const wrong = new Set(), root = document.documentElement, covers = (top, e) => top && top !== e && !e.contains(top) && !top.contains(e);
    /* What stands where a box begins, and in its middle if what scrolls around it or the screen is too narrow for its beginning. */
    const visible = (box, e) => {
      let { left, right, top, bottom } = box;
      const clip = (by) => { left = Math.max(left, by.left); right = Math.min(right, by.right); top = Math.max(top, by.top); bottom = Math.min(bottom, by.bottom); };
      for (let at = e.parentElement; at !== document.body && at !== root; at = at.parentElement) if (getComputedStyle(at).overflowX !== "visible") clip(at.getBoundingClientRect());
      clip({ left: 0, right: innerWidth, top: 0, bottom: innerHeight });
      if (right < left || bottom < top) return null;
      const places = [left + Math.min(right - left, 20) / 2, ...(left > box.left ? [(left + right) / 2] : [])];
      return places.map((x) => document.elementFromPoint(Math.min(x, innerWidth - 1), Math.min((top + bottom) / 2, innerHeight - 1)));
    };
    const look = () => {
      const e = document.activeElement;
      if (!e || e === document.body) return;
      wanted.delete(e);
      const boxes = Array.from(e.getClientRects()), style = getComputedStyle(e); /* a link over several lines has several */
      if (style.outlineStyle === "none" || !boxes.some((box) => box.width)) wrong.add("focus cannot be seen: " + name(e));
      const shown = boxes.map((box) => visible(box, e)).filter(Boolean);
      if (!shown.length) wrong.add("focus is off the screen: " + name(e));
      else if (style.position !== "absolute" && boxes[0].width > 1 && shown.every((part) => part.every((at) => covers(at, e)))) wrong.add(`focus is covered: ${name(e)} by ${name(shown[0][0])}`);
    };
    addEventListener("keydown", (event) => { if (event.key === "Tab") look(); }, true);
    window.afterTabbing = (howMany) => { look(); return howMany ? wanted.size : [...wrong, ...Array.from(wanted, (e) => "not reached: " + name(e))]; };
    return wanted.size;
  });
  /* Boxes that scroll take the focus too: once round is at most this much, and the tour ends when all was reached. */
  const keys = await page.context().newCDPSession(page), tab = { type: "rawKeyDown", key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
  for (let left = 2 * expected + 20; left > 0; left -= 50) {
    await Promise.all(Array.from({ length: 50 }, () => keys.send("Input.dispatchKeyEvent", tab)));
    if ((await page.evaluate(() => window.afterTabbing(true))) === 0) break;
  }
  await keys.detach();
  return page.evaluate(() => window.afterTabbing());
}

/* The contents mark where one is, and one place only: the first heading when it stands at the top, the last at the end. */
const contents = (page) => page.evaluate(async () => {
  const links = Array.from(document.querySelectorAll(".toc a")), wrong = [];
  if (!links.length) return [];
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const marked = () => Array.from(document.querySelectorAll(".toc a[aria-current]")).map((a) => a.hash).join();
  const expect = async (link, scroll) => {
    scroll();
    await frame();
    if (marked() !== link.hash) wrong.push(`marked "${marked()}" instead of "${link.hash}"`);
  };
  const lastScreen = document.documentElement.scrollHeight - 2 * innerHeight;
  for (const link of links) {
    const heading = document.getElementById(link.hash.slice(1)), next = document.getElementById(links[links.indexOf(link) + 1]?.hash.slice(1));
    const top = heading.getBoundingClientRect().top + scrollY, room = next ? next.getBoundingClientRect().top - heading.getBoundingClientRect().top : 1000;
    if (top < lastScreen && room > 90) await expect(link, () => heading.scrollIntoView());
  }
  await expect(links[links.length - 1], () => scrollTo(0, document.documentElement.scrollHeight));
  return wrong;
});

export const operations = {
  "tables sort": sorting,
  "tables filter": filtering,
  "disclosures open and close": disclosing,
  "figures lead to their source": following,
  "charts say their values": reading,
  "keys and pointer do the same": byHand,
  "the contents follow the reading": contents,
  "the keyboard reaches everything": tabbing,
};
