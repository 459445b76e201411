/*
Search: what is typed is looked for in the pages of the document's language, by Pagefind's index.
Nothing of the index is asked for before somebody uses the field. Words come from the page (data-words),
and what is found is made into elements, never into markup. https://pagefind.app/docs/api/
*/
const BATCH = 10;
const PAUSE = 250;
const LONG = 600;

const form = document.querySelector("form[data-index]");
const input = form.elements.q;
const status = document.getElementById("search-status");
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");
const pages = new Map([...document.querySelectorAll(".all-pages a")].map((link) => [link.getAttribute("href"), link]));
const words = JSON.parse(form.dataset.words);
const cuts = words.cuts.map((pattern) => new RegExp(pattern));
const language = document.documentElement.lang;

let engine;
let typing;
let turn = 0;
let asked = "";
let found = [];

/* Pagefind, asked for once; after a failure it is asked for again. */
function start() {
  engine ??= import(`${form.dataset.index}pagefind.js`)
    .then(async (pagefind) => {
      // One page at a time is searched: a thread of its own would only be one more file.
      await pagefind.options({ noWorker: true });
      await pagefind.init();
      return pagefind;
    })
    .catch((error) => {
      engine = undefined;
      throw error;
    });
  return engine;
}

/* A word before it changes from form to form, in languages where that is needed. */
function shorten(word) {
  const found = cuts.map((cut) => cut.exec(word.toLowerCase())).find(Boolean);
  return found ? found[1] : word;
}

function say(text, query = "", count = 0) {
  const places = { query, n: count.toLocaleString(language) };
  status.textContent = text.replace(/\{(query|n)\}/g, (_, name) => places[name]);
}

function clear() {
  list.replaceChildren();
  list.hidden = more.hidden = true;
}

function make(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

function entry({ url, meta, excerpt }) {
  const item = document.createElement("li");
  // The list of all pages names each page, and says among which others it stands.
  const listed = pages.get(url);
  const link = make("a", "", listed?.textContent ?? meta.title);
  link.href = url;
  if (listed) item.append(make("span", "over", listed.closest("section").firstElementChild.textContent));
  const text = make("p", "", "");
  // Only the text of the excerpt is taken over, and what of it is marked.
  const parsed = new DOMParser().parseFromString(excerpt, "text/html");
  for (const node of parsed.body.childNodes) {
    text.append(node.nodeName === "MARK" ? make("mark", "", node.textContent) : node.textContent);
  }
  item.append(link, text);
  return item;
}

/* The next entries; what was asked meanwhile makes them void. */
async function show(mine) {
  const from = list.childElementCount;
  const data = await Promise.all(found.slice(from, from + BATCH).map((result) => result.data()));
  if (mine !== turn) return;
  list.append(...data.map(entry));
  list.hidden = !found.length;
  more.hidden = list.childElementCount >= found.length;
}

async function search() {
  clearTimeout(typing);
  const query = input.value.trim();
  if (query === asked) return;
  asked = query;
  const mine = ++turn;
  history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  if (!query) {
    clear();
    say("");
    return;
  }
  const wait = setTimeout(() => mine === turn && say(words.wait), LONG);
  try {
    const { results } = await (await start()).search(query.split(/\s+/).map(shorten).join(" "));
    if (mine !== turn) return;
    found = results;
    clear();
    await show(mine);
    const form = new Intl.PluralRules(language).select(found.length);
    if (mine === turn) say(found.length ? words.found[form] : words.none, query, found.length);
  } catch {
    if (mine === turn) {
      asked = "";
      clear();
      say(words.failed);
    }
  } finally {
    clearTimeout(wait);
  }
}

input.addEventListener("focus", () => start().catch(() => {}), { once: true });
input.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(search, PAUSE);
});
input.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !input.value) return;
  event.preventDefault();
  input.value = "";
  search();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
more.addEventListener("click", async () => {
  const from = list.childElementCount;
  await show(turn);
  list.children[from]?.querySelector("a").focus();
});

// What was typed before this script was there is not lost.
input.value ||= new URLSearchParams(location.search).get("q") ?? "";
if (input.value) search();
else if (document.activeElement === input) start().catch(() => {});
