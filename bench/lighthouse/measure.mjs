// Lighthouse for each address given: one Chromium, one report after the other; a line of JSON each to standard output.
// What to do comes as JSON on standard input: {"chromium": path, "addresses": [...], "excused": {address: [audit, ...]}}.
import {readFileSync} from "node:fs";
import {launch} from "chrome-launcher";
import lighthouse, {defaultConfig} from "lighthouse";

const {chromium, addresses, excused} = JSON.parse(readFileSync(0, "utf8"));
const chrome = await launch({
  chromePath: chromium,
  // Without connections opened on a guess: their use cannot be told from keeping one alive, and Lighthouse reckons with it.
  prefs: {net: {network_prediction_options: 2}},
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
// What weighs nothing in any score is not looked at, which spares half of the time together with the shorter waits.
const refs = Object.values(defaultConfig.categories).flatMap(category => category.auditRefs);
const weighed = new Set(refs.filter(({weight}) => weight > 0).map(({id}) => id));
const weightless = refs.map(({id}) => id).filter(id => !weighed.has(id));
// How long, in milliseconds, nothing more may happen before a page counts as whole: nothing of ours waits for a clock.
const quiet = 500;
const options = {
  port: chrome.port,
  output: "json",
  logLevel: "silent",
  onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
  disableFullPageScreenshot: true,
  pauseAfterFcpMs: quiet,
  pauseAfterLoadMs: quiet,
  networkQuietThresholdMs: quiet,
  cpuQuietThresholdMs: quiet,
};
// A busy machine sometimes loses the beginning of a page, or its paint: that is no measurement, so it is made again.
const report = async (address, tries = 3) => {
  const skipAudits = [...weightless, ...excused[address] ?? []];
  const {lhr} = await lighthouse(address, {...options, skipAudits});
  const measured = !lhr.runtimeError && lhr.audits["largest-contentful-paint"].numericValue;
  return measured || tries === 1 ? lhr : report(address, tries - 1);
};
try {
  for (const address of addresses) {
    const lhr = await report(address);
    const faults = Object.values(lhr.categories).flatMap(category => category.auditRefs
      .filter(({id, weight}) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({id}) => `${id} ${lhr.audits[id].displayValue ?? ""}`.trim()));
    console.log(JSON.stringify({
      address,
      error: lhr.runtimeError?.message ?? "",
      scores: Object.fromEntries(Object.values(lhr.categories).map(({id, score}) => [id, Math.round((score ?? 0) * 100)])),
      lcp: lhr.audits["largest-contentful-paint"].numericValue ?? null,
      cls: lhr.audits["cumulative-layout-shift"].numericValue ?? null,
      tbt: lhr.audits["total-blocking-time"].numericValue ?? null,
      faults,
    }));
  }
} finally {
  chrome.kill();
}
