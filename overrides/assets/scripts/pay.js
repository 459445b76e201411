/*
The calculator of payroll giving: what a salary and a pledge come to in a month and in a year. The salary is read
in the page and goes nowhere: its field has no name, and stands in no form. Words and rules come from the page.
*/
for (const root of document.querySelectorAll("[data-calculator]")) {
  const { readAmount, shareOf, matchingOf, written } = await import(root.dataset.reader);
  const words = JSON.parse(root.dataset.words);
  const rules = JSON.parse(root.dataset.rules);
  const [salary, gift, matching] = ["salary", "gift", "matching"].map((part) => root.querySelector(`[data-${part}]`));
  const [answer, wrong] = ["answer", "wrong"].map((part) => root.querySelector(`[data-${part}]`));

  const money = (minor) => written(minor, rules.digits, rules.pattern);
  const said = (text, month) =>
    text.replace("{month}", () => money(month)).replace("{year}", () => money(month * 12n));

  const refuse = (refused) => {
    wrong.hidden = !refused;
    wrong.lastElementChild.textContent = refused ? words.unread : "";
    salary.closest(".field").classList.toggle("field-wrong", refused);
    if (refused) salary.setAttribute("aria-invalid", "true");
    else salary.removeAttribute("aria-invalid");
  };

  const reckon = (mayRefuse) => {
    const [kind, figure] = gift.value.split(":");
    let month = kind === "sum" ? BigInt(figure) : 0n;
    let refused = false;
    if (kind === "permille" && salary.value.trim()) {
      try {
        month = shareOf(readAmount(salary.value.trim(), rules, rules.mostPay), BigInt(figure));
      } catch {
        refused = true;
      }
    }
    // While somebody types, half a number is no mistake yet.
    if (!refused || mayRefuse) refuse(refused);
    const text = month && said(words.result, month);
    const more = month && matching.checked && said(words.matched, month + matchingOf(month, BigInt(rules.matching)));
    answer.replaceChildren(...[text, more].filter(Boolean).map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    }));
  };

  root.addEventListener("input", () => reckon(false));
  root.addEventListener("change", () => reckon(true));
  root.hidden = false;
  reckon(false);
}
