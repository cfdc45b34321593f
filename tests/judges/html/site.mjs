/* What the pages of a site let their reader do, done: words are searched, rows and columns of a table chosen and drawn. On other pages
 * there is nothing to do. Each operation takes the page and returns what is wrong, as a list of sentences. */

const searching = async (page) => {
  const wrong = await page.evaluate(async () => {
    const data = document.getElementById("_findings"), wrong = [];
    if (!data) return [];
    const findings = JSON.parse(data.textContent), input = document.querySelector("[role=search] input"), said = document.querySelector("[role=search] output");
    const flat = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    const results = () => Array.from(document.querySelectorAll(".found li"));
    const ask = async (text) => {
      input.value = text;
      input.dispatchEvent(new Event("input"));
      await new Promise((then) => setTimeout(then, 400)); /* the page waits for the end of typing, longer on a busy machine */
    };
    const asked = findings.filter((f) => f[1].length > 3);
    for (const [title, heading, address, text] of [asked[0], asked[asked.length >> 1], asked[asked.length - 1]]) {
      const words = flat(title + " " + heading).split(/[^a-z0-9]+/).filter((word) => word.length > 3);
      await ask(words.join(" ").toUpperCase());
      const found = () => results().some((li) => li.querySelector("a").getAttribute("href") === address);
      for (let tries = 0; tries < 30 && !found(); tries++) await new Promise((then) => setTimeout(then, 100));
      if (!found()) wrong.push(`"${words.join(" ")}" does not find ${address}`);
      if (!said.textContent.includes(String(results().length)) && results().length < 40) wrong.push(`says "${said.textContent}" of ${results().length}`);
      const word = flat(text).split(/[^a-z0-9]+/).filter((w) => w.length > 6).pop();
      if (!word) continue;
      await ask(word);
      if (!results().length) wrong.push(`"${word}" is not found`);
      for (const li of results()) if (!flat(li.textContent).includes(word.replace(/[sx]$/, ""))) wrong.push(`"${word}" is not in ${li.textContent.slice(0, 60)}`);
    }
    /* As people write: many for one, a letter for another. */
    const long = flat(asked.map((f) => f[3]).join(" ")).split(/[^a-z]+/).find((word) => word.length > 8 && !/[sx]$/.test(word));
    for (const written of long ? [long + "s", long.slice(0, 4) + "z" + long.slice(5), long.slice(0, 3) + long[4] + long[3] + long.slice(5), long.slice(0, -2)] : []) {
      await ask(written);
      if (!results().length) wrong.push(`"${written}" for "${long}" finds nothing`);
      if (results().length && !document.querySelector(".found mark")) wrong.push(`"${written}": nothing is marked`);
    }
    await ask("zzzz-none");
    if (results().length || !said.textContent) wrong.push("what is nowhere is found, or nothing is said");
    await ask("");
    for (let tries = 0; tries < 30 && (results().length || said.textContent); tries++) await new Promise((then) => setTimeout(then, 100));
    if (results().length || said.textContent) wrong.push("emptied, something is left");
    return wrong;
  });
  const input = page.locator("[role=search] input");
  if (!(await input.count())) return wrong;
  await input.focus();
  await page.keyboard.type("programme");
  await page.waitForTimeout(250);
  if (!(await page.locator(".found li").count())) return wrong;
  for (const [key, at] of [["ArrowDown", 0], ["ArrowDown", 1], ["ArrowUp", 0]]) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => Array.from(document.querySelectorAll(".found a")).indexOf(document.activeElement));
    const count = await page.locator(".found a").count();
    if (focused !== at && count > 1) wrong.push(`${key} leads to result ${focused}, not ${at}`);
  }
  /* waitForFunction would have the page evaluate a string, which its policy forbids. */
  for (let tries = 0; tries < 200 && !(await page.evaluate(() => location.hash.endsWith("programme"))); tries++) await page.waitForTimeout(50);
  await page.locator(".found a").first().focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  await page.goBack();
  await page.waitForSelector(".found li");
  if (await input.inputValue() !== "programme") wrong.push("who comes back from a result finds no search");
  await input.fill("");
  return wrong;
};

const exploring = (page) => page.evaluate(async () => {
  const wrong = [];
  for (const region of document.querySelectorAll("[data-explore]")) {
    const bar = document.querySelector(".choose"), frame = document.querySelector(".drawn"), status = bar.nextElementSibling;
    const selects = Array.from(bar.querySelectorAll("select")), [last, first, indicator] = [...selects].reverse(), boxes = Array.from(bar.querySelectorAll("input"));
    const bodies = Array.from(region.querySelectorAll("tbody")), shown = () => bodies.filter((body) => !body.hidden);
    const rows = () => shown().flatMap((body) => Array.from(body.rows).filter((row) => !row.hidden && !row.classList.contains("group")));
    const change = (control, value) => { control.value = value; control.dispatchEvent(new Event("change", { bubbles: true })); };
    const drawn = () => {
      const visible = rows(), points = visible.flatMap((row) => Array.from(row.cells).slice(1).filter((cell) => !cell.hidden && cell.querySelector("data"))).length;
      const circles = frame.querySelectorAll(".v").length, lines = frame.querySelectorAll(".line").length;
      const looks = Array.from(frame.querySelectorAll(".line"), (line) => line.getAttribute("class") + line.querySelector(".key")?.getAttribute("d").replace(/^M[^a-z]*/, ""));
      if (new Set(looks).size !== looks.length) wrong.push("two lines look the same");
      if (points && (circles !== points || lines !== visible.length)) wrong.push(`${points} values in ${visible.length} rows, ${circles} points on ${lines} lines`);
      const to = last.selectedIndex - first.selectedIndex;
      for (const line of frame.querySelectorAll(".line")) {
        const at = Array.from(line.querySelectorAll(".v"), (mark) => Number(mark.dataset.at)).pop(), name = line.querySelector("text")?.textContent ?? "";
        if (at < to && !/\(.*\)$|…$/.test(name)) wrong.push("ends before the last period without saying so: " + name);
      }
      if (!points && frame.querySelector("svg")) wrong.push("something is drawn of nothing");
    };
    drawn();
    for (let at = 0; indicator && at < bodies.length; at++) {
      change(indicator, at);
      if (shown().length !== 1 || shown()[0] !== bodies[at]) wrong.push("the table does not show what is chosen");
      if (!status.textContent.includes(bodies[at].querySelector(".group").textContent.trim())) wrong.push("what is chosen is not said");
      drawn();
    }
    if (indicator) {
      change(indicator, bodies.length);
      if (shown().length !== bodies.length || frame.querySelector("svg")) wrong.push("all indicators are not shown, or drawn as one");
      change(indicator, 0);
    }
    const all = rows().length;
    if (boxes.length) {
      boxes[0].click();
      if (rows().length > all - (rows().length < all ? 1 : 0) || rows().some((row) => row.cells[0].textContent.trim() === boxes[0].value)) wrong.push("a territory that is not chosen is shown");
      drawn();
      boxes[0].click();
      if (rows().length !== all) wrong.push("a territory chosen again does not come back");
    }
    const periods = first.options.length;
    change(first, periods - 1);
    change(last, periods - 1);
    if (rows().some((row) => Array.from(row.cells).filter((cell) => !cell.hidden).length !== 2)) wrong.push("one period is chosen, another number is shown");
    drawn();
    change(first, 0);
    drawn();
    const whom = boxes.filter((box) => box.type === "checkbox" && box.closest("details"));
    for (const button of whom.length > 2 ? whom[0].closest("fieldset").querySelectorAll("button") : []) {
      const before = rows().length;
      button.click();
      if (whom.some((box) => box.checked !== whom[0].checked) || whom[0].checked !== rows().length > before) wrong.push(`"${button.textContent}" does not choose as it says`);
      drawn();
    }
    const radios = boxes.filter((box) => box.type === "radio");
    radios.forEach((radio, at) => {
      radio.click();
      if (region.checkVisibility() !== (at !== 1) || (frame.checkVisibility() !== (at !== 2))) wrong.push("what is to be shown is not what is: " + radio.parentNode.textContent);
    });
    radios[0].click();
    if (bar.querySelector("label:not([for])")) wrong.push("a control without a label");
    if (new Set(boxes.map((box) => box.id)).size !== boxes.length) wrong.push("two controls have one id");
  }
  return wrong;
});

/* What is chosen stands in the address: it is found again there, and the way back leads to what was chosen before. */
async function remembering(page) {
  const wrong = [], state = () => page.evaluate(() => JSON.stringify([Array.from(document.querySelectorAll(".choose :is(select, input)"), (c) => c.localName === "select" ? c.value : c.checked), document.querySelectorAll("[data-explore] tr:not([hidden])").length]));
  if (!(await page.locator("[data-explore]").count())) return wrong;
  const first = await state(), address = page.url();
  await page.locator(".choose select").first().selectOption({ index: 1 });
  /* Where one row alone can be shown there is nothing to untick. */
  const box = page.locator(".choose input[type=checkbox]:visible").first();
  const unticked = await box.count();
  if (unticked) await box.uncheck();
  const chosen = await state();
  if (chosen === first) wrong.push("nothing was chosen");
  await page.goto("about:blank");
  await page.goBack();
  await page.waitForSelector(".choose");
  if (await state() !== chosen) wrong.push("read again, the page has forgotten what was chosen");
  await page.goBack();
  if (unticked) await page.goBack();
  for (let tries = 0; tries < 40 && (await state()) !== first; tries++) await page.waitForTimeout(50);
  if (await state() !== first) wrong.push("the way back does not lead to what was chosen before");
  await page.goto(address);
  return wrong;
}

/* The values of the drawing, one by one: along a line, and from one line to the next. */
async function pointing(page) {
  const wrong = [], frame = page.locator(".drawn").first(), said = () => frame.locator(".tip").textContent();
  if (!(await frame.count()) || !(await frame.locator(".v").count())) return wrong;
  await frame.focus();
  const heard = [];
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp"]) {
    await page.keyboard.press(key);
    heard.push(await said());
  }
  if (heard.includes("")) wrong.push("an arrow says nothing: " + heard);
  if (heard[3] !== heard[1] && heard[2] !== heard[1]) wrong.push("up does not undo down: " + heard);
  const periodOf = (one) => one.split(/\s: /)[0].split(", ").pop();
  if (periodOf(heard[2]) !== periodOf(heard[1])) wrong.push("down leaves the period: " + heard);
  await page.keyboard.press("Escape");
  if (await said()) wrong.push("Escape leaves the value");
  return wrong;
}

export const ofSites = { "words are searched": searching, "rows and columns are chosen": exploring, "what is chosen is remembered": remembering, "the drawing says its values": pointing };
