/* A table whose rows and columns a reader chooses, drawn; what is chosen stands in the address. Follows document.js. */
(() => {
  "use strict";
  const root = document.documentElement, words = document.body.dataset, SVG = "http://www.w3.org/2000/svg";
  const colon = root.lang.startsWith("fr") ? "\u00a0: " : ": ";
  const draw = (parent, name, attributes, text) => {
    const made = document.createElementNS(SVG, name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    if (text !== undefined) made.textContent = text;
    parent.append(made);
    return made;
  };
  const plain = (element) => element.textContent.replace(/[ \t\n]+/g, " ").trim();
  const slug = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");

  /* What an address calls each text: its letters, and a number where another text has the same. */
  function called() {
    const given = new Map(), taken = new Set();
    return (text) => {
      const base = slug(text) || "_";
      let calling = given.get(text) || base;
      for (let number = 2; !given.has(text) && taken.has(calling); number++) calling = base + "-" + number;
      given.set(text, calling);
      taken.add(calling);
      return calling;
    };
  }

  /* ---- the drawing ---- */

  /* Round steps from the lowest to the highest value, zero among them: a slope looks as steep as it is. */
  function scale(values) {
    const low = Math.min(0, ...values);
    let high = Math.max(...values);
    if (high < 0) high = 0;
    const rough = (high - low || 1) / 4, unit = 10 ** Math.floor(Math.log10(rough));
    const step = unit * [1, 2, 5, 10].find((times) => times * unit >= rough * 0.999);
    return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step, step };
  }

  /* Names at the ends of lines, each as high as its texts, pushed apart where they would meet. */
  function spread(labels, bottom) {
    labels.sort((a, b) => a.y - b.y);
    labels.forEach((label, at) => { if (at) label.y = Math.max(label.y, labels[at - 1].y + labels[at - 1].height); });
    for (let at = labels.length - 1, limit = bottom + 15; at >= 0; at--) limit = labels[at].y = Math.min(labels[at].y, limit - labels[at].height);
  }

  /* Colours, dashes and shapes are 8, 7 and 6: no two of 168 lines have all three in common. */
  const COLOURS = 8, DASHES = 7;
  const shapes = [
    (x, y) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z`,
    (x, y) => `M${x - 3.5} ${y - 3.5}h7v7h-7Z`,
    (x, y) => `M${x} ${y - 5}l5 8.5h-10Z`,
    (x, y) => `M${x} ${y - 5}l5 5l-5 5l-5 -5Z`,
    (x, y) => `M${x} ${y + 5}l5 -8.5h-10Z`,
    (x, y) => `M${x - 1.5} ${y - 5}h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5Z`,
  ];

  /* The numbers of an axis, written before it has its place: the longest says where that begins. */
  function numbers(svg, axis) {
    const number = new Intl.NumberFormat(root.lang);
    return Array.from({ length: Math.round((axis.high - axis.low) / axis.step) + 1 }, (_, at) => {
      const value = Number((axis.low + at * axis.step).toPrecision(12));
      return { value, text: draw(svg, "text", { "text-anchor": "end" }, number.format(value)) };
    });
  }

  function axes(svg, place, ticks, periods) {
    const every = Math.ceil(periods.length / ((place.right - place.left) / 62));
    ticks.forEach(({ value, text }) => {
      const y = place.y(value);
      draw(svg, "line", { class: "grid", x1: place.left, x2: place.right, y1: y, y2: y });
      text.setAttribute("x", place.left - 8);
      text.setAttribute("y", y + 4);
    });
    periods.forEach((period, at) => {
      if ((periods.length - 1 - at) % every === 0) draw(svg, "text", { x: place.x(at), y: place.bottom + 22, "text-anchor": "middle" }, period);
    });
  }

  /* When the last value of a line was, where that is not the last period. */
  function ending(row, periods) {
    const at = row.points.findLastIndex((point) => point.known);
    return at >= 0 && at < periods.length - 1 ? " (" + periods[at] + ")" : "";
  }

  /* A line broken where a value is missing, its values, and where it ends. */
  function line(svg, place, row, kind, periods) {
    const group = draw(svg, "g", { class: row.whole ? "line l0 whole" : `line l${1 + kind % COLOURS} d${kind % DASHES}` });
    const shape = shapes[row.whole ? 0 : kind % shapes.length];
    let path = "", open = false, last = null;
    row.points.forEach((point, at) => {
      if (point.absent) return; /* nothing was to be measured then */
      if (point.known) path += (open ? "L" : "M") + place.x(at).toFixed(1) + " " + place.y(point.value).toFixed(1);
      open = point.known;
    });
    draw(group, "path", { class: "trace", d: path });
    row.points.forEach((point, at) => {
      if (!point.known) return;
      last = { x: Math.round(place.x(at)), y: Math.round(place.y(point.value)) };
      const mark = draw(group, "path", { class: "v", d: shape(last.x, last.y), "data-at": at });
      draw(mark, "title", {}, row.name + ", " + periods[at] + colon + point.text);
    });
    return last && { y: last.y, name: row.name, ended: ending(row, periods), group, shape, height: 15 };
  }

  /* A text as much as fits of it: one too long ends in dots. */
  function shorten(text, said, room) {
    text.textContent = said;
    if (text.getComputedTextLength() <= room) return;
    let fits = 2, over = said.length;
    while (over - fits > 1) {
      const middle = (fits + over) >> 1;
      text.textContent = said.slice(0, middle).trim() + "…";
      if (text.getComputedTextLength() > room) over = middle;
      else fits = middle;
    }
    text.textContent = said.slice(0, fits).trim() + "…";
  }

  /* The name of a line, and when it ends: beside it, or where there is no room, below. */
  function name(label, room) {
    const text = label.text = draw(label.group, "text", {}, label.name + label.ended);
    if (text.getComputedTextLength() <= room) return;
    shorten(text, label.name, room);
    if (label.ended) label.under = draw(text, "tspan", {}, label.ended);
    if (label.ended) label.height = 30;
  }

  /* In its place, beside the shape of its line. */
  function put(label, left) {
    draw(label.group, "path", { d: label.shape(left + 6, label.y), class: "key" });
    label.text.setAttribute("x", left + 16);
    label.text.setAttribute("y", label.y + 4);
    if (label.under) label.under.setAttribute("x", left + 16);
    if (label.under) label.under.setAttribute("dy", 15);
  }

  function plot(frame, chosen, periods, title) {
    const known = chosen.flatMap((row) => row.points).filter((point) => point.known).map((point) => point.value);
    if (!known.length) return;
    const width = Math.max(280, Math.min(960, frame.clientWidth)), narrow = width < 560;
    const longest = Math.max(...chosen.map((row) => (row.name + ending(row, periods)).length)), room = Math.min(width * (narrow ? 0.46 : 0.3), longest * 9 + 30);
    const texts = chosen.reduce((sum, row) => sum + (room < longest * 9 + 30 && ending(row, periods) ? 30 : 16), 0);
    const height = Math.max(narrow ? 300 : 340, texts + 60), axis = scale(known);
    const svg = draw(frame, "svg", { viewBox: "0 0 " + width + " " + height, width, height, role: "img", "aria-label": title });
    const ticks = numbers(svg, axis), widest = Math.max(...ticks.map((tick) => tick.text.getComputedTextLength()));
    const first = draw(svg, "text", {}, periods[0]), half = first.getComputedTextLength() / 2;
    first.remove(); /* what stands under the first value must not leave the drawing either */
    const place = { left: Math.max(12 + widest, half), right: width - room, top: 14, bottom: height - 30 };
    place.x = (at) => place.left + (place.right - place.left) * (periods.length > 1 ? at / (periods.length - 1) : 0.5);
    place.y = (value) => place.bottom - (place.bottom - place.top) * (value - axis.low) / (axis.high - axis.low || 1);
    axes(svg, place, ticks, periods);
    const parts = chosen.filter((row) => !row.whole);
    const labels = chosen.map((row) => line(svg, place, row, parts.indexOf(row), periods)).filter(Boolean);
    labels.forEach((label) => name(label, room - 24));
    spread(labels, place.bottom);
    labels.forEach((label) => put(label, place.right + 6));
  }

  /* ---- the table that is chosen from ---- */

  const pointOf = (cell) => {
    const value = cell.querySelector("data"), text = plain(cell);
    return { known: !!value, value: value && Number(value.value), absent: !text, text };
  };

  /* Its cells from the oldest period to the latest, in whichever order they stand. */
  function rowOf(row, callings) {
    const name = plain(row.cells[0]), laureate = row.dataset.of === "laureate";
    return { row, name, cells: Array.from(row.cells).slice(1), id: laureate ? "l-" + callings.laureates(name) : "t-" + callings.territories(name), laureate };
  }

  function tableOf(region) {
    const table = region.querySelector("table"), heads = Array.from(table.tHead.rows[0].cells).slice(1);
    const callings = { indicators: called(), periods: called(), territories: called(), laureates: called() };
    const bodies = Array.from(table.tBodies, (body) => {
      const group = body.querySelector(".group"), rows = Array.from(body.rows).filter((row) => row !== group), name = group ? plain(group) : "";
      return { body, group, name, id: callings.indicators(name), rows: rows.map((row) => rowOf(row, callings)) };
    });
    const rows = bodies.flatMap((one) => one.rows), all = new Map(rows.map((row) => [row.id, row])), names = heads.map(plain);
    rows.forEach((row) => { row.whole = row.id === rows[0].id; });
    return { region, heads, bodies, names, periods: names.map(callings.periods), series: Array.from(all.values()).sort((a, b) => a.laureate - b.laureate) };
  }

  /* ---- what is chosen ---- */

  const labelled = (id, text, control) => make("div", {}, make("label", { htmlFor: id, textContent: text }), control);
  const select = (id, options, chosen) => make("select", { id }, ...options.map((text, value) => new Option(text, value, value === chosen, value === chosen)));

  /* Boxes under one name, with all of them and none at hand. */
  function boxes(number, title, series, checked) {
    const made = series.map((row) => make("input", { type: "checkbox", id: "_" + number + row.id, value: row.name, checked }));
    const every = [[words.exploreEvery, true], [words.exploreNothing, false]].map(([text, wanted]) => {
      const button = make("button", { type: "button", textContent: text });
      button.addEventListener("click", () => {
        made.forEach((box) => { box.checked = wanted; });
        button.dispatchEvent(new Event("change", { bubbles: true }));
      });
      return button;
    });
    const set = make("fieldset", {}, make("legend", { textContent: title }),
      ...made.map((box) => make("label", { htmlFor: box.id }, box, " " + box.value)), ...(series.length > 2 ? every : []));
    return { set, made };
  }

  function controls(table, number) {
    const { bodies, names, series } = table, many = bodies.length > 1, territories = series.filter((row) => !row.laureate), laureates = series.filter((row) => row.laureate);
    const control = {
      indicator: select("_i" + number, [...bodies.map((one) => one.name), ...(many ? [words.exploreAll] : [])], 0),
      from: select("_a" + number, names, Math.max(0, names.length - 8)),
      to: select("_b" + number, names, names.length - 1),
    };
    const where = boxes(number, words.exploreWhere, territories, true), whom = boxes(number, words.exploreWhom, laureates, !territories.length);
    const shows = [words.exploreBoth, words.exploreDrawing, words.exploreTable].map((text, at) =>
      ({ text, radio: make("input", { type: "radio", name: "_v" + number, id: "_v" + number + at, value: at, checked: !at }) }));
    const show = make("fieldset", {}, make("legend", { textContent: words.exploreShow }),
      ...shows.map(({ text, radio }) => make("label", { htmlFor: radio.id }, radio, " " + text)));
    const folded = laureates.length && territories.length;
    if (folded) whom.set.firstElementChild.className = "sr"; /* the disclosure says it */
    const asked = folded ? make("details", { open: territories.length < 2 }, make("summary", { textContent: words.exploreWhom + " (" + laureates.length + ")" }), whom.set) : whom.set;
    control.boxes = [...where.made, ...whom.made];
    control.shows = shows.map((one) => one.radio);
    control.whom = asked;
    control.bar = make("div", { className: "choose" }, ...(many ? [labelled("_i" + number, words.exploreIndicator, control.indicator)] : []),
      labelled("_a" + number, words.exploreFrom, control.from), labelled("_b" + number, words.exploreTo, control.to),
      ...(series.length > 1 && territories.length ? [where.set] : []), ...(laureates.length ? [asked] : []), show);
    return control;
  }

  /* ---- in the address: #i=indicator&p=first.last&s=rows&v=1 ---- */

  function written(table, control) {
    const ids = control.boxes.map((box, at) => box.checked && table.series[at].id).filter(Boolean), state = new URLSearchParams();
    const at = Number(control.indicator.value), show = control.shows.findIndex((radio) => radio.checked);
    if (table.bodies.length > 1) state.set("i", table.bodies[at] ? table.bodies[at].id : "*");
    state.set("p", table.periods[control.from.value] + "." + table.periods[control.to.value]);
    state.set("s", ids.join("."));
    if (show) state.set("v", show);
    return "#" + state;
  }

  /* What the address does not say, or says of something that is no more, is as at first. */
  function readBack(table, control, first) {
    const state = new URLSearchParams(location.hash.slice(1)), asked = state.has("p") ? state : new URLSearchParams(first.slice(1));
    const indicator = table.bodies.findIndex((one) => one.id === asked.get("i")), ids = new Set((asked.get("s") || "").split("."));
    const at = (asked.get("p") || "").split(".").map((period) => table.periods.indexOf(period));
    control.indicator.value = asked.get("i") === "*" ? table.bodies.length : Math.max(0, indicator);
    control.from.value = at[0] >= 0 ? at[0] : 0;
    control.to.value = at[1] >= 0 ? at[1] : table.names.length - 1;
    control.boxes.forEach((box, k) => { box.checked = ids.has(table.series[k].id); });
    (control.shows[Number(asked.get("v"))] || control.shows[0]).checked = true;
    if (control.whom.localName === "details" && table.series.some((row) => row.laureate && ids.has(row.id))) control.whom.open = true;
  }

  /* ---- both together ---- */

  function explorable(region, number) {
    const table = tableOf(region), control = controls(table, number);
    const said = make("p", { className: "says" }), frame = make("div", { className: "plot drawn" });
    const hint = region.previousElementSibling && region.previousElementSibling.classList.contains("hint") ? region.previousElementSibling : null;
    const notes = region.nextElementSibling && region.nextElementSibling.matches(".tnote") ? Array.from(region.nextElementSibling.querySelectorAll("[data-of]")) : [];
    const narrow = matchMedia("screen and (max-width: 48rem)");
    said.setAttribute("role", "status");
    (hint || region).before(control.bar, said, frame);

    /* Where a screen has room for few, periods begin with the latest, as in all tables. */
    function turn() {
      for (const cells of [table.heads, ...table.bodies.flatMap((one) => one.rows.map((row) => row.cells))])
        if (cells.length) cells[0].parentNode.append(...(narrow.matches ? [...cells].reverse() : cells));
    }

    function settle(from, to, at, wanted, tabled) {
      table.bodies.forEach((one, index) => {
        one.body.hidden = at < table.bodies.length && index !== at;
        if (one.group) one.group.cells[0].colSpan = to - from + 2;
        one.rows.forEach(({ row, id, cells }) => {
          row.hidden = !wanted.has(id);
          cells.forEach((cell, column) => { cell.hidden = column < from || column > to; });
        });
      });
      table.heads.forEach((cell, column) => { cell.hidden = column < from || column > to; });
      notes.forEach((note) => { note.hidden = at < table.bodies.length && note.dataset.of !== table.bodies[at].name && table.bodies.length > 1; });
      region.hidden = !tabled;
      if (hint) hint.hidden = !tabled;
      region.scrollLeft = narrow.matches ? 0 : region.scrollWidth; /* the latest */
    }

    function show() {
      const from = Math.min(control.from.value, control.to.value), to = Math.max(control.from.value, control.to.value), at = Number(control.indicator.value);
      const picked = table.series.filter((row, k) => control.boxes[k].checked), wanted = new Set(picked.map((row) => row.id));
      const one = table.bodies[at], view = control.shows.findIndex((radio) => radio.checked);
      const sentence = !picked.length ? words.exploreNone
        : fill(words.exploreChosen, one ? one.name : words.exploreAll, picked.map((row) => row.name).join(", "), table.names[from], table.names[to]);
      settle(from, to, at, wanted, view !== 1 || !one);
      if (said.textContent !== sentence) said.textContent = sentence;
      frame.replaceChildren(...Array.from(frame.children).filter((child) => child.matches(".tip")));
      frame.hidden = view === 2 || !one;
      const rows = one && !frame.hidden ? one.rows.filter((row) => wanted.has(row.id)) : [];
      if (rows.length) plot(frame, rows.map((row) => ({ ...row, points: row.cells.slice(from, to + 1).map(pointOf) })), table.names.slice(from, to + 1), words.exploreChart + colon + sentence);
      frame.dispatchEvent(new Event("drawn", { bubbles: true }));
    }

    const first = written(table, control), alone = number === 0;
    control.bar.addEventListener("change", () => {
      show();
      if (alone && location.hash !== written(table, control)) location.hash = written(table, control);
    });
    if (alone) addEventListener("hashchange", () => {
      if (location.hash === written(table, control) || (location.hash && !/[#&]p=/.test(location.hash))) return;
      readBack(table, control, first);
      show();
    });
    if (alone) readBack(table, control, first);
    narrow.addEventListener("change", () => { turn(); show(); });
    turn();
    let width = 0;
    new ResizeObserver(() => {
      if (frame.clientWidth === width || frame.hidden) return;
      width = frame.clientWidth;
      show();
    }).observe(frame);
    show();
  }
  document.querySelectorAll("[data-explore]").forEach(explorable);
})();
