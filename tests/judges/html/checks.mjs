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

  /* Against the nearest ground painted under them; large words need less, state by state the same. */
  "words can be read": (page) => page.evaluate(() => {
    const rgba = (c) => { const n = c.match(/[\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
    const channel = (v) => (v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    const luminance = (c) => c.slice(0, 3).reduce((sum, v, i) => sum + [.2126, .7152, .0722][i] * channel(v / 255), 0);
    const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
    const grounds = new Map();
    const groundOf = (e) => {
      if (!e) return rgba(getComputedStyle(document.documentElement).backgroundColor);
      if (!grounds.has(e)) grounds.set(e, over(rgba(getComputedStyle(e).backgroundColor), groundOf(e.parentElement)));
      return grounds.get(e);
    };
    const wrong = [], words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), seen = new Set();
    for (let text; (text = words.nextNode());) {
      const e = text.parentElement;
      if (!text.data.trim() || seen.has(e) || e.closest("svg, script, .sr")) continue;
      seen.add(e);
      if (!e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const style = getComputedStyle(e), size = parseFloat(style.fontSize), ground = groundOf(e), ink = over(rgba(style.color), ground);
      const [a, b] = [luminance(ink), luminance(ground)], contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
      const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
      if (contrast < least) wrong.push(`"${text.data.trim().slice(0, 40)}" ${contrast.toFixed(2)}`);
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

/* Of a table of periods that is wider than the screen, the latest stands beside the names; without the script, at least what it led to. */
const latestFirst = (page) => page.evaluate(() => Array.from(document.querySelectorAll(".t")).flatMap((region) => {
  const now = region.querySelector(".now"), name = region.querySelector("tbody tr:not(.group) > th");
  if (!now || !region.checkVisibility() || innerWidth > 768 || region.scrollWidth <= region.clientWidth + 1) return [];
  const box = region.getBoundingClientRect(), least = name.getBoundingClientRect().right - 1, head = now.getBoundingClientRect();
  const last = now.parentNode.lastElementChild.getBoundingClientRect();
  /* A column wider than the room beside the names is seen when it ends there. */
  const seen = (at) => at.right <= box.right + 1 && (at.left >= least || (at.width > box.right - least && at.right >= box.right - 1));
  return seen(head) || (!document.documentElement.classList.contains("js") && seen(last)) ? [] : ["not seen first: " + now.textContent];
}));

/* Once in each width. */
export const atWidth = {
  "the latest period is seen first": latestFirst,
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
    const policy = document.querySelector("head > meta[http-equiv='Content-Security-Policy']")?.content ?? "";
    if (!/(^|; ?)default-src 'none'/.test(policy) || /unsafe|\*|https?:/.test(policy)) wrong.push(`the policy lets something in: "${policy}"`);
    if (count("script:not([type='application/json'])") !== 1 || count("style") !== 1) wrong.push("something was let in: script or style");
    document.querySelectorAll("*").forEach((e) => {
      for (const a of e.attributes) {
        if (/^on/i.test(a.name)) wrong.push("an event attribute: " + a.name);
        if (/^(href|src|action|formaction|xlink:href)$/.test(a.name) && !/^(https?:|mailto:|#|data:image\/|[\w.\/-]+\.(html|pdf|xlsx|ics|xml)(#[\w-]+)?$)/.test(a.value)) wrong.push("a link that may run: " + a.value);
      }
    });
    if (count("iframe, object, embed, form, base, link:not([rel=alternate][type='application/atom+xml']), svg foreignObject")) wrong.push("an element that has no place here");
    return wrong;
  }),
  "links of the page lead somewhere": (page) => page.evaluate(() => Array.from(document.querySelectorAll("a[href^='#']"))
    .filter((a) => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map((a) => a.hash)),
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
  "the latest period is seen first": latestFirst,
  "charts say their values to a pointer": (page) => page.evaluate(() => Array.from(document.querySelectorAll(".v")).filter((mark) => !mark.querySelector("title")).map(() => "a mark without a title")),
  "wide tables say so": (page) => page.evaluate(() => Array.from(document.querySelectorAll(".t")).filter((t) => t.checkVisibility() && t.scrollWidth > t.clientWidth + 1 && t.tabIndex !== 0).map(() => "a table that scrolls cannot be reached")),
};

/* Disclosures of which nothing is shown. */
const unprinted = (selectors) => Array.from(document.querySelectorAll(selectors))
  .filter((d) => !Array.from(d.children).slice(1).some((e) => e.checkVisibility())).map((d) => "not printed: " + d.textContent.trim().slice(0, 40));

/* On A4, between the margins; with the script and without. */
export const onPaper = {
  "fits the sheet": (page) => page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return Array.from(document.querySelectorAll("table, svg, img, pre"))
      .filter((e) => !e.closest(".landscape") && e.checkVisibility() && e.getBoundingClientRect().right > width + 1)
      .map((e) => `${Math.round(e.getBoundingClientRect().right - width)} px beyond the paper: ${(e.textContent || e.outerHTML).trim().slice(0, 60)}`);
  }),
  "holds no control": (page) => page.evaluate(() => Array.from(document.querySelectorAll("nav, .skip, .anchor, .hint, .filter, .tip"))
    .filter((e) => e.checkVisibility()).map((e) => "on paper: " + e.outerHTML.slice(0, 80))),
  "prints where figures come from with a document": (page) => page.evaluate(unprinted, ["body:not(:has(.site)) .annex"]),
  "holds what was behind disclosures": (page) => page.evaluate(unprinted, [".chart details", "body:not(:has(.site)) .sources details"]),
};
