/*
The tool for payroll offices: a payroll file becomes a list of gifts, in the browser alone. Nothing is asked of
any server (the page's policy forbids it besides), the file's field has no name and stands in no form, and nothing
is written down. Words and rules come from the page; what stood in the file is set in as text, never as markup.
*/
const SHOWN = 100;

for (const root of document.querySelectorAll("[data-payroll]")) {
  const { readPayroll, remittanceOf, written } = await import(root.dataset.reader);
  const { isWorkbook, readWorkbook } = await import(root.dataset.workbook);
  const words = JSON.parse(root.dataset.words);
  const rules = JSON.parse(root.dataset.rules);
  const part = (name) => root.querySelector(`[data-${name}]`);
  const title = document.title;
  const file = part("file");
  let gifts = [];
  let turn = 0;

  const fill = (text, places) => text.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
  const money = (minor) => written(minor, rules.digits, rules.pattern);
  const count = (number) => written(BigInt(number), 0, { ...rules.pattern, before: "", after: "" });
  /* Said aloud, and shown unless it is shown elsewhere. */
  const say = (text, shown = true) => {
    part("status").textContent = text;
    part("status").classList.toggle("hidden", !shown);
  };

  const make = (name, text, attributes = {}) => {
    const element = document.createElement(name);
    element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  const clear = () => {
    gifts = [];
    document.title = title;
    part("errors").hidden = part("result").hidden = part("field-error").hidden = true;
    file.closest(".field").classList.remove("field-wrong");
    file.removeAttribute("aria-invalid");
    file.setAttribute("aria-describedby", "payroll-file-hint");
  };

  const entry = ({ line, code, read, other }) => {
    const problem = fill(words.problems[code], { read, other: count(other) });
    const item = document.createElement("li");
    const text = line ? fill(words.line, { line: count(line), problem }) : problem;
    item.append(make("a", text, { href: `#${file.id}` }));
    return item;
  };

  const refuse = ({ problems, more }) => {
    const list = part("problems");
    list.replaceChildren(...problems.map(entry));
    if (more) list.append(make("li", fill(words.more, { n: count(more) })));
    part("errors").hidden = part("field-error").hidden = false;
    file.closest(".field").classList.add("field-wrong");
    file.setAttribute("aria-invalid", "true");
    file.setAttribute("aria-describedby", "payroll-file-hint payroll-file-error");
    document.title = `${words.prefix} ${title}`;
    say("");
    part("errors").focus();
  };

  const row = ({ reference, salary, pledge, minor }) => {
    const line = document.createElement("tr");
    line.append(make("th", reference, { scope: "row" }));
    [salary || "–", pledge, money(minor)].forEach((text, place) => {
      line.append(make("td", text, { "data-head": words.head[place + 1] }));
    });
    return line;
  };

  const tableOf = (rows) => {
    const table = document.createElement("table");
    table.createTHead().insertRow().append(...words.head.map((head) => make("th", head, { scope: "col" })));
    table.createTBody().append(...rows);
    return table;
  };

  /* What is read of a file; a workbook that cannot be read is asked for in plain text. */
  const readFile = async (bytes) => {
    if (!isWorkbook(bytes) || bytes.length > rules.mostBytes) return readPayroll(bytes, rules);
    try {
      return readPayroll(await readWorkbook(bytes, rules.mostLines), rules);
    } catch {
      return readPayroll(bytes, rules);
    }
  };

  const show = (read) => {
    gifts = read.gifts;
    const result = fill(words.result, { n: count(gifts.length), amount: money(read.total) });
    part("total").textContent = result;
    part("shown").hidden = gifts.length <= SHOWN;
    part("shown").textContent = fill(words.shown, { n: count(SHOWN) });
    part("table").replaceChildren(tableOf(gifts.slice(0, SHOWN).map(row)));
    part("result").hidden = false;
    say(result, false);
  };

  file.addEventListener("change", async () => {
    const mine = ++turn;
    clear();
    const [chosen] = file.files;
    if (!chosen) return say("");
    say(words.wait);
    // What is too large is not even read.
    const bytes = await chosen.slice(0, rules.mostBytes + 1).arrayBuffer();
    const read = await readFile(new Uint8Array(bytes));
    if (mine !== turn) return undefined;
    return read.problems ? refuse(read) : show(read);
  });

  // The same file, mended meanwhile, may be chosen again.
  file.addEventListener("click", () => {
    file.value = "";
  });

  part("save").addEventListener("click", () => {
    const text = remittanceOf(gifts, words.heading, rules.digits, rules.pattern.mark);
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    make("a", "", { href: address, download: words.file }).click();
    URL.revokeObjectURL(address);
    say(words.saved);
  });

  root.hidden = false;
}
