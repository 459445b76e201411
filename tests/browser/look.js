// What the tests ask of a page as it is shown. Each function answers with a list of what is wrong, as sentences.
// tests/browser/look.py calls them; nothing of this is part of the site.
(() => {
  const shown = element => element.checkVisibility({visibilityProperty: true});
  const named = (element, what) => `${element.outerHTML.replace(/\s+/g, " ").slice(0, 90)} ${what}`;
  const all = selector => [...document.querySelectorAll(selector)].filter(shown);
  const short = text => `“${text.data.trim().slice(0, 60)}”`;

  function* texts(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) if (text.data.trim()) yield text;
  }
  const linesOf = text => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter(line => line.width > 1);
  };

  // Colours: drawn on a canvas, which knows every way in which one can be written.
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const parts = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = colour => parts(colour).slice(0, 3)
    .map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const contrast = (one, other) => {
    const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const behind = element => {
    for (let around = element; around; around = around.parentElement) {
      const colour = getComputedStyle(around).backgroundColor;
      if (parts(colour)[3] > 200) return colour;
    }
    return "Canvas";
  };

  // Words that are hidden from eyes and kept for the ear.
  const unseenByEyes = element => {
    for (let around = element; around; around = around.parentElement) {
      if (getComputedStyle(around).clipPath !== "none" || around.matches(".skip")) return true;
    }
    return false;
  };

  // Lines of text that are cut off by an element around them, or that reach out of the window.
  const cut = () => {
    const found = [];
    for (const text of texts(document.body)) {
      const lines = shown(text.parentElement) && !unseenByEyes(text.parentElement) ? linesOf(text) : [];
      for (let around = text.parentElement; lines.length && around; around = around.parentElement) {
        const style = getComputedStyle(around), box = around.getBoundingClientRect();
        const [hidesX, hidesY] = [style.overflowX, style.overflowY].map(value => /hidden|clip/.test(value));
        // Letters are lower than the box of their line: a few pixels of it may stick out.
        const lost = lines.find(line =>
          (hidesX && (line.left < box.left - 1 || line.right > box.right + 1))
          || (hidesY && (line.top < box.top - 4 || line.bottom > box.bottom + 4))
          || (around === document.body && (line.left < -1 || line.right > innerWidth + 1)));
        if (lost) {
          found.push(named(around, `cuts ${short(text)}`));
          break;
        }
        if (/auto|scroll/.test(style.overflowX) && around.scrollWidth > around.clientWidth) break;
      }
    }
    return found;
  };

  // Words that lie on other words: lines of text that share more than the edges of their boxes.
  const overlaid = () => {
    const lines = [];
    for (const text of texts(document.body)) {
      const parent = text.parentElement;
      if (!shown(parent) || parent.closest("svg") || unseenByEyes(parent)) continue;
      for (const line of linesOf(text)) lines.push({line, words: short(text)});
    }
    lines.sort((one, other) => one.line.top - other.line.top);
    const found = [];
    lines.forEach((one, place) => {
      const low = one.line.top + 0.75 * one.line.height;
      for (let next = place + 1; next < lines.length && lines[next].line.top < low; next++) {
        const other = lines[next];
        const beside = other.line.left >= one.line.right - 2 || other.line.right <= one.line.left + 2;
        const below = other.line.top + 0.25 * other.line.height >= low;
        if (!beside && !below) found.push(`${one.words} lies on ${other.words}`);
      }
    });
    return found;
  };

  // What has no edge, filling or text that is seen where a visitor's colours take the place of ours.
  const unseen = () => {
    const edged = element => {
      const style = getComputedStyle(element);
      const drawn = parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== "none";
      return drawn && contrast(style.borderTopColor, behind(element.parentElement)) >= 3;
    };
    const drawn = shape => {
      const style = getComputedStyle(shape);
      const bar = shape.matches(".value-on-bar") && shape.closest("svg").querySelector(".bar-value");
      const around = bar ? getComputedStyle(bar).fill : behind(shape.closest("svg").parentElement);
      const seen = colour => colour !== "none" && contrast(colour, around) >= 3;
      return seen(style.fill) || (seen(style.stroke) && parseFloat(style.strokeWidth) >= 1);
    };
    const read = element => element.closest("svg")
      || contrast(getComputedStyle(element).color, behind(element)) >= 4.5;
    const boxes = all("button, .button, .radio, .input, .chart, .error-summary");
    const shapes = all(".drawing rect, .drawing circle, .drawing line, .drawing text");
    const words = all("h1, h2, h3, p, a, li, td, th, label, legend, dt, dd, summary");
    return [
      ...boxes.filter(one => !edged(one)).map(one => named(one, "has no edge")),
      ...shapes.filter(one => !drawn(one)).map(one => named(one, "is not seen")),
      ...words.filter(one => !read(one)).map(one => named(one, "is not read")),
    ];
  };

  // What moves, or would if something were touched.
  const moving = () => {
    const would = element => {
      const style = getComputedStyle(element);
      const slow = style.transitionDuration.split(",").some(time => parseFloat(time) > 0.01);
      return slow || style.animationName !== "none" || style.scrollBehavior === "smooth";
    };
    return [
      ...document.getAnimations().map(one => named(one.effect.target, "moves")),
      ...[...document.querySelectorAll("*")].filter(would).map(one => named(one, "would move")),
    ];
  };

  // What of the content is not on the paper, or too light there, besides what nobody can use there.
  const unprinted = () => {
    const useless = "form, nav, button, .button, .panel, .pager, .share, [aria-hidden=true], [hidden], .hidden, noscript, script, "
      + ".arrow-link, .chart-csv, summary, svg";
    const found = [];
    for (const text of texts(document.querySelector("main"))) {
      const parent = text.parentElement;
      if (parent.closest(useless)) continue;
      if (!shown(parent)) found.push(`${short(text)} is left out`);
      else if (contrast(getComputedStyle(parent).color, "#fff") < 4.5) found.push(`${short(text)} is too light`);
    }
    return found;
  };

  // Targets that are hard to hit: controls below our own 44 px, others below 24 px with another one near (WCAG 2.5.8).
  const small = () => {
    const targets = all("a[href], button, input:not([type=hidden]), select, textarea, summary").filter(one => !one.matches(".skip"));
    const box = target => {
      const label = ["radio", "checkbox"].includes(target.type) && document.querySelector(`label[for="${target.id}"]`);
      const cover = getComputedStyle(target, "::after");
      const covered = cover.position === "absolute" && cover.content !== "none" && target.closest(".card, li, article");
      return (covered || (label ? label.parentElement : target.closest(".input") ?? target)).getBoundingClientRect();
    };
    const inText = target => {
      if (getComputedStyle(target).display !== "inline") return false;
      let block = target.parentElement;
      while (getComputedStyle(block).display === "inline") block = block.parentElement;
      return block.textContent.trim().length > target.textContent.trim().length;
    };
    const boxes = targets.map(box);
    const apart = place => {
      const x = boxes[place].left + boxes[place].width / 2, y = boxes[place].top + boxes[place].height / 2;
      return boxes.every((other, number) => number === place || Math.hypot(
        Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom)) >= 12);
    };
    const controls = "button, .button, input, summary, .menu-list a, .languages a, .help-now, .brand";
    return targets.flatMap((target, place) => {
      const {width, height} = boxes[place];
      const size = `is ${width.toFixed(1)} px wide and ${height.toFixed(1)} px high`;
      if (target.matches(controls) && height < 43.5) return [named(target, size)];
      const little = Math.min(width, height) < 24 && !inText(target) && !apart(place);
      return little ? [named(target, `${size} and next to another`)] : [];
    });
  };

  return {cut, overlaid, unseen, moving, unprinted, small};
})()
