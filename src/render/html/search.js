/* A search over the pages of a site, on the reader's machine. Follows document.js. */
(() => {
  "use strict";
  const data = document.getElementById("_findings"), words = document.body.dataset, main = document.getElementById("main");
  const MOST = 40, AROUND = 60, LONG = 200;
  const fold = (text) => text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const wordsOf = (folded) => folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const findings = JSON.parse(data.textContent).map(([page, heading, address, text]) => ({
    page, heading, address, text, title: fold(page + " " + heading), body: fold(text) }));
  const input = make("input", { type: "search", id: "_s", autocomplete: "off", spellcheck: false });
  const said = make("output", { htmlFor: "_s" }), list = make("ol", { className: "found" });
  const box = make("div", { className: "search" }, make("label", { htmlFor: "_s", textContent: words.search }), input, said);
  box.setAttribute("role", "search");
  main.prepend(box, list);

  /* What is asked for, without the mark of the plural; little words count only alone. */
  function askedIn(text) {
    const all = wordsOf(fold(text)), telling = all.filter((word) => word.length > 2 || /\d/.test(word));
    return (telling.length ? telling : all).map((word) => (word.length > 3 ? word.replace(/[sx]$/, "") : word));
  }

  /* A word counts more where it begins one, and in a title. */
  function score(finding, asked) {
    let sum = 0;
    for (const { word, begins } of asked) {
      const weigh = (text) => text.includes(word) && (begins.test(text) ? 2 : 1);
      const value = 8 * weigh(finding.title) + weigh(finding.body);
      if (!value) return 0;
      sum += value;
    }
    return sum;
  }

  const find = (asked) => {
    const terms = asked.map((word) => ({ word, begins: new RegExp("(?:^|[^\\p{L}\\p{N}])" + word, "u") }));
    const found = terms.length ? findings.map((finding) => ({ finding, value: score(finding, terms) })).filter((one) => one.value) : [];
    return found.sort((a, b) => b.value - a.value).map((one) => one.finding);
  };

  /* How many letters are to be changed, added, left out or exchanged, up to `most`. */
  function distance(a, b, most) {
    let before = [], last = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let k = 1; k <= b.length; k++) {
        row[k] = Math.min(last[k] + 1, row[k - 1] + 1, last[k - 1] + (a[i - 1] !== b[k - 1]));
        if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) row[k] = Math.min(row[k], before[k - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  /* The word of the pages that is most like one that none of them holds. */
  let known;
  function nearest(word) {
    known = known || [...new Set(findings.flatMap((finding) => wordsOf(finding.title + " " + finding.body)))].filter((one) => one.length > 3).sort();
    let best = "", least = word.length > 7 ? 2 : word.length > 3 ? 1 : 0;
    for (const one of known) {
      if (Math.abs(one.length - word.length) > least) continue;
      const apart = distance(word, one, least);
      if (apart < least || (apart === least && !best)) [best, least] = [one, apart];
    }
    return best;
  }
  const mended = (asked) => asked.map((word) => (findings.some((finding) => finding.title.includes(word) || finding.body.includes(word)) ? word : nearest(word) || word));

  /* The words around the first one found, with those asked for marked. A sign may fold into two. */
  function excerpt(finding, asked) {
    const signs = Array.from(finding.text), folds = signs.map(fold), starts = [];
    let body = "";
    folds.forEach((folded) => { starts.push(body.length); body += folded; });
    const first = Math.min(...asked.map((word) => body.indexOf(word)).filter((at) => at >= 0), body.length);
    const found = first < body.length ? starts.findIndex((start, at) => start + folds[at].length > first) : 0;
    const from = Math.max(0, found - AROUND), to = Math.min(signs.length, from + LONG), shown = make("p", {}, from ? "…" : "");
    for (let at = from; at < to;) {
      const word = asked.filter((one) => body.startsWith(one, starts[at])).sort((a, b) => b.length - a.length)[0];
      let next = at + 1;
      while (word && next < signs.length && starts[next] < starts[at] + word.length) next++;
      const piece = signs.slice(at, next).join("");
      shown.append(word ? make("mark", { textContent: piece }) : piece);
      at = next;
    }
    if (to < signs.length) shown.append("…");
    shown.normalize();
    return shown;
  }

  function result(finding, asked) {
    const name = finding.heading && finding.heading !== finding.page ? finding.page + " › " + finding.heading : finding.page;
    return make("li", {}, make("a", { href: finding.address, textContent: name }), excerpt(finding, asked));
  }

  function sentence(count, near) {
    if (!count) return words.searchNone;
    const number = count === 1 ? words.searchOne : fill(count > MOST ? words.searchFirst : words.searchFound, count, MOST);
    return near ? fill(words.searchNear, number, near) : number;
  }

  function search() {
    let asked = askedIn(input.value), found = find(asked), near = "";
    if (asked.length && !found.length) {
      asked = mended(asked);
      found = find(asked);
      near = asked.join(" ");
    }
    list.replaceChildren(...found.slice(0, MOST).map((finding) => result(finding, asked)));
    said.textContent = asked.length ? sentence(found.length, near) : "";
  }

  /* What is asked for stands in the address: who comes back from a result finds the others again. */
  let noted;
  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1)).get("q");
    /* Of what was noted here one hears later, when more may have been typed. */
    if (asked === null || asked === input.value || location.hash === noted) return;
    input.value = asked;
    search();
  };
  const note = () => {
    const address = input.value ? "#" + new URLSearchParams({ q: input.value }) : "#_s";
    if (location.hash === address || !(input.value || location.hash)) return;
    noted = address;
    location.replace(address);
  };
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { search(); note(); }, 120);
  });
  addEventListener("hashchange", read);
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
  read();
})();
