/*
A table of references and sums, read in the browser by the rules of `yhdessa/payroll/`: the same files have the
same outcomes (tests/payroll/remittances.yml). The numbers and words of those rules come in `rules`, from the
page. Money is BigInt, in minor units. Nothing here sends anything, and nothing knows a language: what is wrong
is {line, code, read, other}.
*/
const SPACES = " \\u00a0\\u2009\\u202f";
const AROUND = new RegExp(`^[${SPACES}\\t]+|[${SPACES}\\t]+$`, "g");
const WHOLE = `[1-9][0-9]{0,2}(?:${[" ", "\\u00a0", "\\u2009", "\\u202f"]
  .map((space) => `(?:${space}[0-9]{3})+`)
  .join("|")})|[1-9][0-9]*|0`;
const GROUPED = "[1-9][0-9]{0,2}(?:\\.[0-9]{3})+(?=,)|[1-9][0-9]{0,2}(?:,[0-9]{3})+(?=\\.)";
const TWO_MEANINGS = /^(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)$/;
const REFERENCE = /^(?=[^0-9]*[0-9])[A-Za-zÅÄÖÆØåäöæø0-9][A-Za-zÅÄÖÆØåäöæø0-9_./-]*$/;
const WORD = /(?:^|\s)[A-Za-zÀ-ɏ'’-]{2,}(?:[\s,]|$)/;
const FORMULA = /^[=+\-@\u2212]/;
const FINNISH = /^[0-3][0-9][01][0-9]{3}[-+A-FU-Y][0-9]{3}[0-9A-Y]$/i;
const SWEDISH = /^(?:[0-9]{2})?([0-9]{2}[01][0-9][0-9]{2})([-+]?)([0-9]{4})$/;
const PERMILLE = /^([0-9]{1,4})\s?(?:‰|promillea?|per ?mille)$/i;
const UNREPEATED = ["personal", "email", "name", "columns", "pay_columns", "quotes", "long_line"];
const LETTERS = 40;

/* What is wrong, by its code. */
class Wrong extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const fail = (code) => {
  throw new Wrong(code);
};

/* What `permille` thousandths of a pay come to; halves go up. */
export const shareOf = (minor, permille) => (minor * permille + 500n) / 1000n;

/* What an employer adds to a sum: `percent` per cent of it; halves go up. */
export const matchingOf = (minor, percent) => (minor * percent + 50n) / 100n;

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const grammars = new Map();
function grammar(units, digits) {
  const key = `${digits}${units}`;
  if (!grammars.has(key)) {
    const unit = units.map(escape).join("|");
    const few = digits ? `[0-9]{1,${digits}}` : "(?!)";
    const sum = `(?<whole>${WHOLE}|${GROUPED})(?:[.,](?<decimals>${few}))?`;
    grammars.set(key, new RegExp(`^(?:(?:${unit})[${SPACES}]?)?${sum}(?:[${SPACES}]?(?:${unit}))?$`, "i"));
  }
  return grammars.get(key);
}

const own = (rules) => grammar(rules.units, rules.digits);

/* A sum in minor units, above nought and at most `most`. Throws Wrong. */
export function readAmount(cell, rules, most = rules.mostGift) {
  const found = cell.length <= LETTERS && own(rules).exec(cell);
  if (!found) fail(wrongAmount(cell, rules));
  const { whole, decimals = "" } = found.groups;
  const minor = BigInt(whole.replace(/[^0-9]/g, "") + decimals.padEnd(rules.digits, "0"));
  if (minor === 0n) fail("zero");
  if (minor > BigInt(most)) fail("too_large");
  return minor;
}

function wrongAmount(cell, rules) {
  if (!cell) return "no_amount";
  if (cell.length > LETTERS) return "amount";
  const bare = cell.replace(/^[-\u2212]\s?|-$/, "");
  if (bare !== cell && own(rules).test(bare)) return "negative";
  if (FORMULA.test(cell)) return "formula";
  const unit = rules.units.map(escape).join("|");
  if (TWO_MEANINGS.test(cell.replace(new RegExp(`^(?:${unit})\\s?|\\s?(?:${unit})$`, "gi"), ""))) return "ambiguous";
  const elsewhere = rules.elsewhere.some(({ units, digits }) => grammar(units, digits).test(cell));
  return elsewhere ? "currency" : "amount";
}

function isPersonal(cell) {
  if (cell.length < 10 || cell.length > 13) return false;
  if (FINNISH.test(cell)) return true;
  const [, born, sign, rest] = SWEDISH.exec(cell) ?? [];
  if (!born) return false;
  const [month, day] = [Number(born.slice(2, 4)), Number(born.slice(4, 6))];
  const likely = month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
  return likely && (Boolean(sign) || passes(born + rest));
}

/* The check of Luhn. */
function passes(digits) {
  const sum = [...digits].reduce((total, digit, place) => {
    const value = Number(digit) * (2 - (place % 2));
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return sum % 10 === 0;
}

function readReference(cell) {
  if (REFERENCE.test(cell) && cell.length <= LETTERS && !isPersonal(cell)) return cell;
  if (!cell) fail("no_reference");
  if (isPersonal(cell)) fail("personal");
  if (FORMULA.test(cell)) fail("formula");
  if (/^[^@]+@[^@]+$/.test(cell)) fail("email");
  return fail(WORD.test(cell) ? "name" : "reference");
}

/* The text of a file's bytes. Throws Wrong. */
function readText(bytes, rules) {
  if (bytes.length > rules.mostBytes) fail("too_big");
  const begins = (...signature) => signature.every((byte, place) => bytes[place] === byte);
  if (begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0)) fail("spreadsheet");
  const text = decode(bytes, begins);
  if (text.includes("\0")) fail("not_text");
  if (!text.trim()) fail("empty");
  return text;
}

function decode(bytes, begins) {
  const saved = begins(0xff, 0xfe) ? ["utf-16le"] : begins(0xfe, 0xff) ? ["utf-16be"] : ["utf-8", "windows-1252"];
  for (const encoding of saved) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // Bytes without a letter in Windows-1252, which browsers read as signs that nobody sees.
      if (encoding !== "windows-1252" || !/[\x81\x8d\x8f\x90\x9d]/.test(text)) return text;
    } catch {
      continue;
    }
  }
  return fail("encoding");
}

function cellsOf(line, separator, rules) {
  if (line.length > rules.mostLetters) fail("long_line");
  return line.includes('"') ? quoted(line, separator) : line.split(separator);
}

function quoted(line, separator) {
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^"${separator}]*))(${separator}|$)`, "y");
  const cells = [];
  for (let found = cell.exec(line); found; found = cell.exec(line)) {
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2]);
    if (!found[3]) return cells;
  }
  return fail("quotes");
}

const wordsOf = (cell) => cell.toLowerCase().match(/\p{L}+|‰/gu) ?? [];
const hasDigit = (cell) => /[0-9]/.test(cell);

/* The rows of a table in a file's bytes: [{line, cells}], and `wrong` in the place of cells that cannot be told. */
function rowsOf(bytes, rules) {
  const lines = readText(bytes, rules)
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")
    .split("\n");
  if (lines.length > rules.mostLines + 1) fail("too_many_lines");
  const top = Math.max(lines.findIndex((line) => /[\t;,]/.test(line)), 0);
  const said = /^"?sep=([;,\t])"?$/i.exec(lines[top]);
  const separator = said ? said[1] : ["\t", ";", ","].find((mark) => lines[top].includes(mark)) ?? ";";
  const start = said ? top + 1 : 0;
  return lines.slice(start).map((text, index) => {
    try {
      return { line: start + index + 1, cells: cellsOf(text, separator, rules) };
    } catch (wrong) {
      return { line: start + index + 1, cells: [], wrong: wrong.code };
    }
  });
}

/* Each row put to `take(line, cells)`; the first to `heading(cells)`, which says whether it is one. */
function eachRow(rows, rules, heading, take, note) {
  if (rows.length > rules.mostLines + 1) fail("too_many_lines");
  let headingMayCome = true;
  for (const { line, cells: untrimmed, wrong } of rows) {
    const cells = untrimmed.map((cell) => cell.replace(AROUND, ""));
    if (wrong) note(line, wrong);
    else if (cells.some(Boolean)) {
      const first = headingMayCome;
      headingMayCome = false;
      if (!first || !heading(cells)) take(line, cells);
    }
  }
}

/* Empty cells at the end of a row, beyond the first `least`, are none. */
function trimmed(cells, least) {
  const kept = [...cells];
  while (kept.length > least && !kept.at(-1)) kept.pop();
  return kept;
}

/* What is wrong, kept up to so many problems; and each reference with the line where it stood first. */
class Notes {
  constructor(rules) {
    this.most = rules.mostProblems;
    this.problems = [];
    this.count = 0;
    this.seen = new Map();
  }

  note = (line, code, read = "", other = 0) => {
    this.count += 1;
    if (this.problems.length >= this.most) return;
    const repeated = UNREPEATED.includes(code) ? "" : [...read].slice(0, LETTERS).join("");
    this.problems.push({ line, code, read: repeated, other });
  };

  /* What `read` makes of a cell; null when it is wrong, which is noted, under another name where `as` has one. */
  attempt(line, cell, read, as = {}) {
    try {
      return read(cell);
    } catch (wrong) {
      if (!(wrong instanceof Wrong)) throw wrong;
      this.note(line, as[wrong.code] ?? wrong.code, cell);
      return null;
    }
  }

  reference(line, cell) {
    const reference = this.attempt(line, cell, readReference);
    if (reference === null) return "";
    const key = reference.toUpperCase();
    if (this.seen.has(key)) this.note(line, "duplicate", reference, this.seen.get(key));
    else this.seen.set(key, line);
    return reference;
  }
}

/* The outcome of a whole file: {gifts: [{reference, minor, …}], total}, or {problems, more}. */
function outcome(rules, read) {
  const notes = new Notes(rules);
  const gifts = [];
  try {
    read(notes, gifts);
  } catch (wrong) {
    if (!(wrong instanceof Wrong)) throw wrong;
    return { problems: [{ line: 0, code: wrong.code, read: "", other: 0 }], more: 0 };
  }
  if (notes.count) return { problems: notes.problems, more: notes.count - notes.problems.length };
  const total = gifts.reduce((sum, gift) => sum + gift.minor, 0n);
  const code = gifts.length ? total > BigInt(rules.mostTotal) && "too_much" : "empty";
  return code ? { problems: [{ line: 0, code, read: "", other: 0 }], more: 0 } : { gifts, total };
}

/* A remittance: `reference;amount`. */
export function readRemittance(bytes, rules) {
  return outcome(rules, (notes, gifts) => {
    const heading = (row) => {
      const cells = trimmed(row, 2);
      return cells.length === 2 && !cells.some(hasDigit) && wordsOf(cells[1]).some((word) => rules.sums.includes(word));
    };
    const take = (line, row) => {
      const cells = trimmed(row, 2);
      if (cells.length !== 2) return notes.note(line, "columns");
      const reference = notes.reference(line, cells[0]);
      const minor = notes.attempt(line, cells[1], (cell) => readAmount(cell, rules));
      return gifts.push({ reference, minor });
    };
    eachRow(rowsOf(bytes, rules), rules, heading, take, notes.note);
  });
}

/*
A payroll file: `reference;salary;pledge`. A pledge is a sum, or whole per mille as `5 ‰`; under a heading that
says per mille a plain figure is that. A salary may be missing where a sum is given. `file` is its bytes, or its rows
as `readWorkbook` has them.
*/
export function readPayroll(file, rules) {
  return outcome(rules, (notes, gifts) => {
    let permilleColumn = false;
    const heading = (row) => {
      const cells = trimmed(row, 3);
      const words = cells.slice(1).flatMap(wordsOf);
      const known = [...rules.sums, ...rules.pays, ...rules.permilles];
      if (cells.length !== 3 || cells.some(hasDigit) || !words.some((word) => known.includes(word))) return false;
      permilleColumn = wordsOf(cells[2]).some((word) => rules.permilles.includes(word));
      return true;
    };
    const take = (line, row) => {
      const cells = trimmed(row, 3);
      if (cells.length !== 3) return notes.note(line, "pay_columns");
      const reference = notes.reference(line, cells[0]);
      const pledge = permilleColumn && /^[0-9]+$/.test(cells[2]) ? `${cells[2]} ‰` : cells[2];
      const gift = giftOf(line, cells[1], pledge, rules, notes);
      return gifts.push({ reference, salary: cells[1], pledge, minor: gift });
    };
    const rows = Array.isArray(file) ? file : rowsOf(file, rules);
    eachRow(rows, rules, heading, take, notes.note);
  });
}

function giftOf(line, pay, pledge, rules, notes) {
  const share = PERMILLE.exec(pledge);
  const asSalary = { no_amount: "no_salary", zero: "no_salary", amount: "salary" };
  const salary = pay || share ? notes.attempt(line, pay, (cell) => readAmount(cell, rules, rules.mostPay), asSalary) : 0n;
  const permille = share && BigInt(share[1]);
  if (share && (permille < 1n || permille > 1000n)) return notes.note(line, "pledge", pledge);
  if (!share) {
    const asPledge = { no_amount: "no_pledge", amount: "pledge" };
    const sum = notes.attempt(line, pledge, (cell) => readAmount(cell, rules), asPledge);
    // Columns that have changed places would take the salary for a gift.
    if (sum !== null && pay && salary !== null && sum > salary) notes.note(line, "over_pay", pledge);
    return sum;
  }
  if (salary === null) return null;
  const minor = shareOf(salary, permille);
  if (minor === 0n) notes.note(line, "zero", pledge);
  if (minor > BigInt(rules.mostGift)) notes.note(line, "too_large", pledge);
  return minor;
}

/* The digits of a sum with its decimals, as `mark` parts them: what a file holds. */
export function plain(minor, digits, mark) {
  const text = String(minor).padStart(digits + 1, "0");
  return digits ? `${text.slice(0, -digits)}${mark}${text.slice(-digits)}` : text;
}

/* A sum as people read it, by the pattern {before, group, mark, after} of the page's language. */
export function written(minor, digits, pattern) {
  const [whole, decimals = ""] = plain(minor, digits, ".").split(".");
  const groups = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, pattern.group);
  const exact = /[1-9]/.test(decimals) ? pattern.mark + decimals : "";
  return `${pattern.before}${groups}${exact}${pattern.after}`;
}

/* The file of a remittance, which spreadsheets open as it is. References hold no formula: readReference. */
export function remittanceOf(gifts, heading, digits, mark) {
  const lines = gifts.map(({ reference, minor }) => `${reference};${plain(minor, digits, mark)}`);
  const named = heading.length ? [heading.join(";")] : [];
  return `\ufeff${[...named, ...lines].join("\r\n")}\r\n`;
}
