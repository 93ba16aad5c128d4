"use strict";
// Shows the words that a finding is about while it is pointed at or holds the focus; without it, its links lead
// to them.
(() => {
  const article = document.querySelector(".article-text");
  if (!article) return;
  const segments = new Map([...article.querySelectorAll("[data-n]")].map((s) => [Number(s.dataset.n), s]));
  let lit = [];

  const show = (marks, scroll) => {
    for (const each of lit) each.classList.remove("lit");
    lit = [];
    for (const span of (marks ?? "").split(" ").filter(Boolean)) {
      const [first, last] = span.split("-").map(Number);
      for (let n = first; n <= last; n += 1) if (segments.has(n)) lit.push(segments.get(n));
    }
    for (const each of lit) each.classList.add("lit");
    if (lit.length && scroll) reveal(lit[0]);
  };

  // Moves the text inside its own frame; the page itself stays where the reader is.
  const reveal = (segment) => {
    if (article.scrollHeight <= article.clientHeight) return;
    const frame = article.getBoundingClientRect();
    const place = segment.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom) {
      article.scrollTop += place.top - frame.top - frame.height / 3;
    }
  };

  const marksOf = (target) => target.closest?.("[data-marks]")?.dataset.marks;
  document.addEventListener("focusin", (event) => show(marksOf(event.target), true));
  document.addEventListener("mouseover", (event) => {
    const marks = marksOf(event.target);
    if (marks !== undefined) show(marks, true);
    else show(marksOf(document.activeElement), false);
  });
})();
