/* What a page does more with a script: sort, filter, follow the reading, read values out. All is there without it. */
/* The scripts of a site follow, and build with these too. */
const make = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const fill = (text, ...values) => values.reduce((said, value, at) => said.replace("{" + (at + 1) + "}", () => value), text);
(() => {
  "use strict";
  const root = document.documentElement, words = document.body.dataset;
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  root.classList.add("js");

  /* ---- tables ---- */
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim();
  const collator = new Intl.Collator(root.lang, { numeric: true });
  const cellAt = (row, index) => {
    let column = 0;
    for (const cell of row.cells) {
      if (index < column + cell.colSpan) return cell;
      column += cell.colSpan;
    }
    return null;
  };
  const valueOf = (cell) => {
    const data = cell && cell.querySelector("data, time");
    if (!data) return cell ? plain(cell.textContent) : "";
    return data.dateTime || Number(data.value);
  };
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(a, b));
  const isFixed = (row) => row.classList.contains("group") || row.classList.contains("total");

  function sortBody(body, index, direction) {
    const rows = body.original || (body.original = Array.from(body.rows));
    const moving = rows.filter((row) => !isFixed(row));
    if (direction) {
      const keyed = moving.map((row) => ({ row, value: valueOf(cellAt(row, index)) }));
      const numbers = keyed.some((item) => typeof item.value === "number");
      const isMissing = (value) => value === "" || (numbers && !(typeof value === "number" && value === value));
      keyed.sort((a, b) => {
        const gaps = isMissing(a.value) - isMissing(b.value); /* what is missing stays last */
        return gaps || (isMissing(a.value) ? 0 : direction * compare(a.value, b.value));
      });
      keyed.forEach((item, at) => { moving[at] = item.row; });
    }
    let next = 0;
    rows.forEach((row) => body.append(isFixed(row) ? row : moving[next++]));
  }

  function sortable(head) {
    const table = head.closest("table"), button = make("button", { type: "button", title: words.sort });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const was = head.getAttribute("aria-sort");
      const now = was === "ascending" ? "descending" : was === "descending" ? null : "ascending";
      all("th[aria-sort]", table).forEach((other) => other.removeAttribute("aria-sort"));
      if (now) head.setAttribute("aria-sort", now);
      const index = Array.from(head.parentNode.cells).indexOf(head);
      for (const body of table.tBodies) sortBody(body, index, now === "ascending" ? 1 : now ? -1 : 0);
    });
  }

  function filterable(region, number) {
    const rows = all("tbody tr", region).filter((row) => !isFixed(row));
    const input = make("input", { type: "search", id: "_q" + number, autocomplete: "off" });
    const label = make("label", { htmlFor: input.id, textContent: words.filter });
    const said = make("output", { htmlFor: input.id });
    const bar = make("div", { className: "filter" });
    bar.append(label, input, said);
    region.before(bar);
    input.addEventListener("input", () => {
      const asked = plain(input.value).split(/\s+/);
      let shown = 0;
      for (const row of rows) {
        const text = plain(row.textContent);
        row.hidden = !asked.every((word) => text.includes(word));
        if (!row.hidden) shown++;
      }
      said.textContent = input.value ? fill(words.rowsShown, shown, rows.length) : "";
    });
  }

  function watchWidth(region) {
    const hint = region.previousElementSibling, name = region.querySelector("tbody tr:not(.group) > th");
    const check = () => {
      const scrolls = region.scrollWidth > region.clientWidth + 1;
      /* What takes the focus must not come to rest under the names, which stay. */
      if (name) region.style.scrollPaddingLeft = getComputedStyle(name).position === "sticky" ? name.offsetWidth + 8 + "px" : "";
      if (scrolls) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
      if (hint && hint.classList.contains("hint")) hint.classList.toggle("on", scrolls);
    };
    new ResizeObserver(check).observe(region);
  }

  /* Where a screen has room for few, periods begin with the latest. */
  function latestFirst(now) {
    const narrow = matchMedia("screen and (max-width: 48rem)"), width = now.parentNode.cells.length, last = now.cellIndex;
    let turned = false;
    const settle = () => {
      if (narrow.matches === turned) return;
      turned = narrow.matches;
      for (const row of now.closest("table").rows) {
        if (row.cells.length !== width) continue; /* the name of a group */
        const periods = Array.from(row.cells).slice(1, last + 1);
        row.cells[0].after(...periods.reverse());
      }
    };
    narrow.addEventListener("change", settle);
    settle();
  }

  all(".t:not([data-explore]) .now").forEach(latestFirst);
  all("th[data-sort]").forEach(sortable);
  all(".t, .plot.scrolls").forEach(watchWidth);
  all(".t[data-filter]").forEach(filterable);

  /* ---- charts: values on hover, and one by one with the arrows ---- */
  /* The tip says them; what a chart draws later is taken in as it comes. */
  function takeWords(plot) {
    all(".v title", plot).forEach((title) => {
      title.parentNode.said = title.textContent;
      title.remove();
    });
  }

  /* To the next mark; up and down, where lines stand over each other, to the same place on the next line. */
  function next(list, current, key) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key], at = list.indexOf(current);
    if (at < 0) return list[step > 0 ? 0 : list.length - 1];
    const beside = current.dataset.at && /Up|Down/.test(key) ? list.filter((mark) => mark.dataset.at === current.dataset.at) : list;
    return beside[(beside.indexOf(current) + step + beside.length) % beside.length];
  }

  function readable(plot) {
    const tip = make("div", { className: "tip" });
    tip.setAttribute("role", "status");
    plot.append(tip);
    let current = null;
    const marks = () => all(".v", plot).filter((mark) => mark.getClientRects().length);
    takeWords(plot);
    const show = (mark) => {
      if (current) current.classList.remove("on");
      current = mark;
      tip.textContent = mark ? mark.said : "";
      if (!mark) return;
      mark.classList.add("on");
      const box = mark.getBoundingClientRect(), frame = plot.getBoundingClientRect();
      const half = tip.offsetWidth / 2, x = box.left + box.width / 2 - frame.left + plot.scrollLeft;
      tip.style.left = Math.max(half, Math.min(x, plot.scrollLeft + frame.width - half)) + "px";
      tip.style.top = box.top - frame.top + "px";
    };
    plot.addEventListener("pointerover", (event) => {
      const mark = event.target.closest(".v");
      if (mark || document.activeElement !== plot) show(mark);
    });
    plot.addEventListener("pointerleave", () => show(null));
    if (!marks().length && !plot.classList.contains("drawn")) return;
    plot.tabIndex = 0;
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-label", words.chartKeys);
    plot.addEventListener("blur", () => show(null));
    plot.addEventListener("keydown", (event) => {
      const list = marks();
      if (event.key === "Escape") show(null);
      if (!/^Arrow/.test(event.key) || !list.length) return;
      event.preventDefault();
      show(next(list, current, event.key));
    });
  }
  all(".plot").forEach(readable);
  addEventListener("drawn", ({ target }) => (target.querySelector(".tip") ? takeWords : readable)(target));

  /* ---- figures: what they rest on, beside them ---- */
  function reveal(hash) {
    const target = hash.length > 1 && document.getElementById(hash.slice(1));
    for (let at = target && target.closest("details"); at; at = at.parentNode.closest("details")) at.open = true;
  }
  addEventListener("hashchange", () => reveal(location.hash));
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']"); /* the same address again is no change of it */
    if (link) reveal(link.hash);
  });
  reveal(location.hash);
  all("[href^='#_f']").forEach((link) => {
    const source = document.getElementById(link.hash.slice(1));
    if (source) link.title = source.textContent + " – " + all("dd", source.parentNode).slice(0, 2).map((dd) => dd.textContent).join(" · ");
  });
  /* A document goes whole onto paper; of a page of a site, only what was asked for: its figures are many. */
  const whole = document.querySelector(".site") ? "" : ", .annex";
  addEventListener("beforeprint", () => all(".chart details, .sources details" + whole).forEach((details) => { details.open = true; }));

  /* ---- the table of contents follows the reading; where there is no room beside the text it is a bar that says where one is ---- */
  const contents = document.querySelector(".toc details"), links = new Map(all(".toc a").map((link) => [document.getElementById(link.hash.slice(1)), link]));
  const headings = Array.from(links.keys()).filter(Boolean);
  function follow(here) {
    let current = headings[0];
    /* Read is what stands at the top; on the last screen, where the end cannot come up, the line goes down to it. */
    const line = 110 + Math.max(0, innerHeight - (root.scrollHeight - innerHeight - scrollY));
    for (const heading of headings) if (heading.getBoundingClientRect().top < line) current = heading;
    links.forEach((link, heading) => {
      if (heading !== current) link.removeAttribute("aria-current");
      else if (!link.hasAttribute("aria-current")) {
        link.setAttribute("aria-current", "true");
        here.textContent = link.textContent;
        for (const box of [link.closest("nav"), contents.lastElementChild])
          if (box.scrollHeight > box.clientHeight && !box.contains(document.activeElement)) box.scrollTop = link.offsetTop - box.offsetTop - box.clientHeight / 2;
      }
    });
  }
  if (contents && headings.length) {
    const beside = matchMedia("(min-width: 76rem)"), here = make("span", { className: "here" });
    const settle = () => { contents.open = beside.matches; };
    here.setAttribute("aria-hidden", "true");
    contents.firstElementChild.append(here);
    beside.addEventListener("change", settle);
    contents.addEventListener("click", (event) => { if (event.target.closest("a") && !beside.matches) contents.open = false; });
    contents.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || beside.matches) return;
      contents.open = false;
      contents.firstElementChild.focus();
    });
    settle();
    let waiting = false;
    const later = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; follow(here); });
    };
    addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later);
    follow(here);
  }
})();
