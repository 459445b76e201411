/*
The first sheet of a workbook (XLSX), read in the browser without any library: a zip, which browsers unpack
themselves, of XML, which they parse themselves. Nothing is executed, nothing is asked for; a formula is what its
program last made of it. https://learn.microsoft.com/openspecs/office_standards/ms-xlsx
*/
const MOST_UNPACKED = 64 * 1024 * 1024;
const SHEET_RELATION = "/officeDocument/2006/relationships";

/* Whether bytes begin as a zip does. */
export const isWorkbook = (bytes) => [0x50, 0x4b, 3, 4].every((byte, place) => bytes[place] === byte);

/* The files of a zip by their names, from its directory at the end. Throws for what is no whole zip. */
function directoryOf(view) {
  const last = Math.max(0, view.byteLength - 65_557);
  let end = view.byteLength - 22;
  while (end >= last && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < last) throw new Error("a zip without its directory");
  const files = new Map();
  let place = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(place, true) !== 0x02014b50) throw new Error("a directory that is broken");
    const [named, more, told] = [28, 30, 32].map((offset) => view.getUint16(place + offset, true));
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + place + 46, named));
    files.set(name, {
      method: view.getUint16(place + 10, true),
      size: view.getUint32(place + 20, true),
      start: view.getUint32(place + 42, true),
    });
    place += 46 + named + more + told;
  }
  return files;
}

/* One file of a zip as text: stored as it is, or deflated. */
async function unpack(view, { method, size, start }) {
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const packed = new Blob([new Uint8Array(view.buffer, view.byteOffset + from, size)]).stream();
  if (method !== 0 && method !== 8) throw new Error("packed in another way");
  const reader = (method ? packed.pipeThrough(new DecompressionStream("deflate-raw")) : packed).getReader();
  const pieces = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    // A few kilobytes can unpack into more than a computer holds.
    if (length > MOST_UNPACKED) throw new Error("too large when it is unpacked");
    pieces.push(read.value);
  }
  return new Blob(pieces).text();
}

/*
A number as its program keeps it, a float with up to seventeen digits (`2500.0999999999999`), as the decimal that
somebody typed: rounded after the fifteenth digit, as the program itself shows it. By its digits, never as a float.
*/
export function decimalOf(text) {
  const found = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([-+]?[0-9]{1,3}))?$/.exec(text);
  if (!found) return text;
  const [, sign, whole, decimals = "", exponent = "0"] = found;
  let digits = (whole + decimals).replace(/^0+/, "");
  let places = decimals.length - Number(exponent);
  if (!digits) return "0";
  if (digits.length > 15) {
    const off = digits.length - 15;
    digits = String((BigInt(digits) + 5n * 10n ** BigInt(off - 1)) / 10n ** BigInt(off));
    places -= off;
  }
  if (places <= 0) return sign + digits + "0".repeat(-places);
  const padded = digits.padStart(places + 1, "0");
  const tail = padded.slice(-places).replace(/0+$/, "");
  return sign + padded.slice(0, -places) + (tail && `.${tail}`);
}

/* The text of an element without what is only a reading aid of it (`rPh`). */
const textOf = (element) =>
  [...element.getElementsByTagNameNS("*", "t")]
    .filter((text) => text.parentNode.localName !== "rPh")
    .map((text) => text.textContent)
    .join("");

/* The column of a cell's address, as `B12`: 1. */
const columnOf = (address) =>
  [.../^[A-Z]{1,3}/.exec(address)[0]].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function valueOf(cell, shared) {
  const type = cell.getAttribute("t") ?? "n";
  if (type === "inlineStr") return textOf(cell);
  const value = cell.getElementsByTagNameNS("*", "v")[0]?.textContent ?? "";
  if (type === "s") return shared[Number(value)] ?? "";
  return type === "n" ? decimalOf(value) : value;
}

/* The rows of the first sheet, as [{line, cells}]; `mostLines` and a few columns of it. Throws for no workbook. */
export async function readWorkbook(bytes, mostLines) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = directoryOf(view);
  const parse = async (name) => {
    const read = new DOMParser().parseFromString(await unpack(view, files.get(name)), "application/xml");
    if (read.querySelector("parsererror")) throw new Error(`${name} is broken`);
    return read;
  };
  const all = (document, name) => [...document.getElementsByTagNameNS("*", name)];
  const [sheet] = all(await parse("xl/workbook.xml"), "sheet").filter((one) => !one.getAttribute("state"));
  const id = [...sheet.attributes].find(({ localName, namespaceURI }) =>
    localName === "id" && namespaceURI?.endsWith(SHEET_RELATION)).value;
  const relations = all(await parse("xl/_rels/workbook.xml.rels"), "Relationship");
  const target = relations.find((one) => one.getAttribute("Id") === id).getAttribute("Target");
  const shared = files.has("xl/sharedStrings.xml") ? all(await parse("xl/sharedStrings.xml"), "si").map(textOf) : [];
  const rows = all(await parse(target.startsWith("/") ? target.slice(1) : `xl/${target}`), "row");
  return rows.slice(0, mostLines + 2).map((row, index) => {
    const cells = [];
    all(row, "c").forEach((cell, place) => {
      const column = cell.hasAttribute("r") ? columnOf(cell.getAttribute("r")) : place;
      // What stands far to the right is a mistake, and not a reason to make a long row.
      cells[Math.min(column, 20)] = valueOf(cell, shared);
    });
    return { line: Number(row.getAttribute("r") ?? index + 1), cells: Array.from(cells, (cell) => cell ?? "") };
  });
}
