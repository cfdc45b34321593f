/* What the pages of a site do more with a script: search, and choose what a table shows. Follows document.js. */
(() => {
  "use strict";
  const root = document.documentElement, words = document.body.dataset, main = document.getElementById("main");
  const make = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const fill = (text, ...values) => values.reduce((said, value, at) => said.replace("{" + (at + 1) + "}", () => value), text);
  /* One sign of the folded text for each of the text: what is found can be marked. */
  const fold = (text) => Array.from(text, (sign) => sign.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().charAt(0) || " ").join("");

  /* ---- search ---- */
  function searchable(data) {
    const findings = JSON.parse(data.textContent).map(([page, heading, address, text]) => ({
      page, heading, address, text: Array.from(text), title: fold(page + " " + heading), body: fold(text) }));
    const input = make("input", { type: "search", id: "_s", autocomplete: "off", spellcheck: false });
    const said = make("output", { htmlFor: "_s" }), list = make("ol", { className: "found" });
    const box = make("div", { className: "search" }, make("label", { htmlFor: "_s", textContent: words.search }), input, said);
    box.setAttribute("role", "search");
    main.prepend(box, list);

    /* A word counts where it begins one; in a title it counts for more. */
    const weigh = (text, word) => (text.startsWith(word) || /[^a-z0-9]/.test(text.charAt(text.indexOf(word) - 1)) ? 2 : 1) * text.includes(word);
    const score = (finding, asked) => {
      let sum = 0;
      for (const word of asked) {
        const value = 8 * weigh(finding.title, word) + weigh(finding.body, word);
        if (!value) return 0;
        sum += value;
      }
      return sum;
    };
    /* The words around the first one found, with those asked for marked. */
    const excerpt = (finding, asked) => {
      const first = Math.min(...asked.map((word) => finding.body.indexOf(word)).filter((at) => at >= 0), finding.body.length);
      const from = first < finding.body.length ? Math.max(0, first - 60) : 0, to = Math.min(finding.text.length, from + 200);
      const shown = make("p", {}, from ? "…" : "");
      for (let at = from; at < to;) {
        const word = asked.find((one) => finding.body.startsWith(one, at));
        const next = word ? at + word.length : at + 1, piece = finding.text.slice(at, next).join("");
        shown.append(word ? make("mark", { textContent: piece }) : piece);
        at = next;
      }
      if (to < finding.text.length) shown.append("…");
      shown.normalize();
      return shown;
    };
    const result = (finding, asked) => {
      const name = finding.heading && finding.heading !== finding.page ? finding.page + " › " + finding.heading : finding.page;
      return make("li", {}, make("a", { href: finding.address, textContent: name }), excerpt(finding, asked));
    };
    function search() {
      const asked = fold(input.value).split(/[^a-z0-9]+/).filter(Boolean);
      const found = asked.length ? findings.map((finding) => ({ finding, value: score(finding, asked) })).filter((one) => one.value) : [];
      found.sort((a, b) => b.value - a.value);
      list.replaceChildren(...found.slice(0, 40).map((one) => result(one.finding, asked)));
      said.textContent = !asked.length ? "" : found.length ? fill(words.searchFound, found.length) : words.searchNone;
    }
    let waiting;
    input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" || !list.firstChild) return;
      event.preventDefault();
      list.querySelector("a").focus();
    });
    list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], links = Array.from(list.querySelectorAll("a"));
      if (!step) return;
      event.preventDefault();
      (links[links.indexOf(document.activeElement) + step] || input).focus();
    });
  }
  const data = document.getElementById("_findings");
  if (data) searchable(data);

  /* ---- a table whose rows and columns are chosen, and drawn ---- */
  const SVG = "http://www.w3.org/2000/svg";
  const draw = (parent, name, attributes, text) => {
    const made = document.createElementNS(SVG, name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    if (text !== undefined) made.textContent = text;
    parent.append(made);
    return made;
  };

  /* Round steps from the lowest to the highest value, zero among them unless all is far from it. */
  function scale(values) {
    let low = Math.min(...values), high = Math.max(...values);
    if (low > 0 && low < high * 0.6 || low === high) low = Math.min(0, low);
    if (high < 0) high = 0;
    const rough = (high - low || 1) / 4, unit = 10 ** Math.floor(Math.log10(rough));
    const step = unit * [1, 2, 5, 10].find((times) => times * unit >= rough * 0.999);
    return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step, step };
  }

  /* Names at the ends of lines, pushed apart where they would meet. */
  function spread(labels, least, bottom) {
    labels.sort((a, b) => a.y - b.y);
    labels.forEach((label, at) => { if (at) label.y = Math.max(label.y, labels[at - 1].y + least); });
    for (let at = labels.length - 1, limit = bottom; at >= 0; at--) { labels[at].y = Math.min(labels[at].y, limit); limit = labels[at].y - least; }
  }

  function plot(frame, chosen, periods, title) {
    const width = Math.max(280, Math.min(860, frame.clientWidth)), narrow = width < 560, height = narrow ? 300 : 340;
    const longest = Math.max(...chosen.map((row) => row.name.length)), right = Math.min(width * (narrow ? 0.46 : 0.3), longest * 9 + 20);
    const fit = (text) => { /* a name too long for its place ends in dots */
      for (let kept = text.textContent; text.getComputedTextLength() > right - 10 && kept.length > 3;) text.textContent = (kept = kept.slice(0, -1).trim()) + "…";
    };
    const top = 14, bottom = height - 30, number = new Intl.NumberFormat(root.lang);
    const svg = draw(frame, "svg", { viewBox: "0 0 " + width + " " + height, width, height, role: "img", "aria-label": title });
    const known = chosen.flatMap((row) => row.points).filter((point) => point.known).map((point) => point.value);
    if (!known.length) { svg.remove(); return; }
    const axis = scale(known), ticks = Array.from({ length: Math.round((axis.high - axis.low) / axis.step) + 1 }, (_, at) => {
      const value = Number((axis.low + at * axis.step).toPrecision(12));
      return { value, label: draw(svg, "text", { "text-anchor": "end" }, number.format(value)) };
    });
    const left = 12 + Math.max(...ticks.map((tick) => tick.label.getComputedTextLength())); /* the longest number has its room */
    const x = (at) => left + (width - left - right) * (periods.length > 1 ? at / (periods.length - 1) : 0.5);
    const y = (value) => bottom - (bottom - top) * (value - axis.low) / (axis.high - axis.low || 1);
    ticks.forEach(({ value, label }) => {
      draw(svg, "line", { class: "grid", x1: left, x2: width - right, y1: y(value), y2: y(value) });
      label.setAttribute("x", left - 8);
      label.setAttribute("y", y(value) + 4);
    });
    const every = Math.ceil(periods.length / ((width - left - right) / 62));
    periods.forEach((period, at) => {
      draw(svg, "text", { x: x(at), y: height - 8, "text-anchor": "middle" }, (periods.length - 1 - at) % every ? "" : period);
    });
    const labels = [];
    const parts = chosen.filter((row) => !row.whole);
    chosen.forEach((row) => {
      const group = draw(svg, "g", { class: "line " + (row.whole ? "l0 whole" : "l" + (1 + parts.indexOf(row) % 5)) });
      let path = "", open = false, last = null;
      row.points.forEach((point, at) => {
        if (point.absent) return; /* nothing was to be measured then */
        if (!point.known) { open = false; return; }
        path += (open ? "L" : "M") + x(at).toFixed(1) + " " + y(point.value).toFixed(1);
        open = true;
        last = { x: x(at), y: y(point.value) };
      });
      draw(group, "path", { d: path });
      row.points.forEach((point, at) => {
        if (!point.known) return;
        const dot = draw(group, "circle", { cx: x(at), cy: y(point.value), r: 3.5 });
        draw(dot, "title", {}, row.name + ", " + periods[at] + " : " + point.text);
      });
      if (last) labels.push({ y: last.y, text: row.name, group });
    });
    spread(labels, 15, bottom);
    labels.forEach((label) => fit(draw(label.group, "text", { x: width - right + 8, y: label.y + 4 }, label.text)));
  }

  const pointOf = (cell) => {
    const value = cell.querySelector("data"), text = cell.textContent.replace(/\s+/g, " ").trim();
    return { known: !!value, value: value && Number(value.value), absent: !text, text };
  };

  function explorable(region, number) {
    const table = region.querySelector("table"), periods = Array.from(table.tHead.rows[0].cells).slice(1);
    const names = periods.map((cell) => cell.textContent);
    const bodies = Array.from(table.tBodies).map((body) => {
      const group = body.querySelector(".group");
      const rows = Array.from(body.rows).filter((row) => row !== group);
      return { body, name: group ? group.textContent.trim() : "", rows, group };
    });
    const where = [...new Set(bodies.flatMap((one) => one.rows.map((row) => row.cells[0].textContent.trim())))];
    const whole = bodies[0] && bodies[0].rows[0] ? bodies[0].rows[0].cells[0].textContent.trim() : "";
    const select = (id, label, options, chosen) => {
      const made = make("select", { id }, ...options.map((text, value) => new Option(text, value, value === chosen, value === chosen)));
      return [make("label", { htmlFor: id, textContent: label }), made];
    };
    const many = bodies.length > 1;
    const [forIndicator, indicator] = select("_i" + number, words.exploreIndicator, [...bodies.map((one) => one.name), ...(many ? [words.exploreAll] : [])], 0);
    const [forFirst, first] = select("_a" + number, words.exploreFrom, names, Math.max(0, names.length - 8));
    const [forLast, last] = select("_b" + number, words.exploreTo, names, names.length - 1);
    const boxes = where.map((name, at) => make("input", { type: "checkbox", id: "_w" + number + "_" + at, value: name, checked: true }));
    const territories = make("fieldset", {}, make("legend", { textContent: words.exploreWhere }),
      ...boxes.map((box) => make("label", { htmlFor: box.id }, box, " " + box.value)));
    const choices = [...(many ? [make("div", {}, forIndicator, indicator)] : []), make("div", {}, forFirst, first), make("div", {}, forLast, last)];
    const bar = make("div", { className: "choose" }, ...choices, ...(where.length > 1 ? [territories] : []));
    const said = make("p", { className: "says" });
    said.setAttribute("role", "status");
    const frame = make("div", { className: "plot drawn" });
    const hint = region.previousElementSibling && region.previousElementSibling.classList.contains("hint") ? region.previousElementSibling : region;
    hint.before(bar, said, frame);

    function show(announce) {
      const from = Math.min(first.value, last.value), to = Math.max(first.value, last.value), at = Number(indicator.value);
      const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
      bodies.forEach((one, index) => {
        one.body.hidden = at < bodies.length && index !== at;
        if (one.group) one.group.cells[0].colSpan = to - from + 2;
        one.rows.forEach((row) => {
          row.hidden = !wanted.has(row.cells[0].textContent.trim());
          Array.from(row.cells).forEach((cell, column) => { cell.hidden = column > 0 && (column - 1 < from || column - 1 > to); });
        });
      });
      periods.forEach((cell, column) => { cell.hidden = column < from || column > to; });
      frame.replaceChildren();
      const one = bodies[at], shown = one ? one.rows.filter((row) => !row.hidden) : [];
      const sentence = !wanted.size ? words.exploreNone
        : fill(words.exploreChosen, one ? one.name : words.exploreAll, boxes.filter((box) => box.checked).map((box) => box.value).join(", "), names[from], names[to]);
      if (announce || !said.textContent) said.textContent = sentence;
      if (!shown.length) return;
      const chosen = shown.map((row) => ({
        name: row.cells[0].textContent.trim(), whole: row.cells[0].textContent.trim() === whole,
        points: Array.from(row.cells).slice(1 + from, 2 + to).map(pointOf) }));
      plot(frame, chosen, names.slice(from, to + 1), words.exploreChart + " : " + sentence);
    }
    bar.addEventListener("change", () => show(true));
    let width = 0;
    new ResizeObserver(() => {
      if (frame.clientWidth === width) return;
      width = frame.clientWidth;
      show(false);
    }).observe(frame);
    show(true);
  }
  document.querySelectorAll("[data-explore]").forEach(explorable);
})();
