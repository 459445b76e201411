/*
The donation form, with more comfort: the button names the sum that was chosen, and each view of the page is
an attempt with a mark of its own, so that a double click is one gift. Everything works without this, words
come from the page (data-once, data-monthly), and nothing is written down or sent anywhere else.
*/
for (const form of document.querySelectorAll("form[data-once]")) {
  const says = form.querySelector("button[type=submit] > span");
  const plain = says.textContent;

  const name = () => {
    const rhythm = form.querySelector("[name=rhythm]:checked")?.value ?? "once";
    const sum = form.querySelector("[name=amount]:checked");
    const written = form.elements.other_amount.value.trim();
    // What is written by hand is read by the server alone, in the reader's own way of writing numbers.
    const known = sum && sum.value !== "other" && !written && form.dataset[rhythm];
    const label = known && form.querySelector(`label[for="${sum.id}"]`).textContent.trim();
    says.textContent = label ? form.dataset[rhythm].replace("{amount}", label) : plain;
  };

  const attempt = document.createElement("input");
  attempt.type = "hidden";
  attempt.name = "attempt";
  form.append(attempt);

  const begin = () => {
    attempt.value = crypto.randomUUID?.() ?? "";
    name();
  };
  // A page that comes back from the browser's memory is a new view of it.
  addEventListener("pageshow", (event) => event.persisted && begin());
  begin();
  form.addEventListener("input", name);
  form.addEventListener("change", name);
}
