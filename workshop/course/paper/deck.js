// Fits each page to its slide, starts reveal.js, runs the clocks; with ?check it walks through the deck and reports.
const WIDTH = 1280, HEIGHT = 720, SMALLEST = 0.5;
const asked = new URLSearchParams(location.search);
function fits(page) { return page.getBoundingClientRect().height <= HEIGHT && page.scrollWidth <= page.clientWidth; }

function fit(page) {
  // Smaller letters, not a smaller page: `zoom` lets the text flow anew in the same width.
  for (let zoom = 1; ; zoom -= 0.05) {
    page.style.zoom = zoom;
    page.style.width = `${WIDTH / zoom}px`;
    if (fits(page) || zoom <= SMALLEST) { page.dataset.zoom = zoom.toFixed(2); return; }
  }
}

function enlarge(page) {
  // Drawings stay sharp at any size: they take what room the words leave.
  const drawings = [...page.querySelectorAll('.output img[src^="data:image/svg"]')];
  const natural = drawings.map(drawing => drawing.naturalWidth);
  for (let part = 2; part > 1; part -= 0.1) {
    drawings.forEach((drawing, i) => { drawing.style.width = `${natural[i] * part}px`; });
    if (fits(page)) return;
  }
  drawings.forEach(drawing => { drawing.style.width = ""; });
}

function clockOf(slide) { return slide && slide.querySelector(".clock"); }

function show(clock) {
  const left = Math.ceil(clock.left / 1000), abs = Math.abs(left);
  clock.textContent = `${left < 0 ? "+" : ""}${Math.floor(abs / 60)}:${String(abs % 60).padStart(2, "0")}`;
  clock.classList.toggle("over", left <= 0);
  clock.classList.toggle("paused", !clock.going);
}

function startClocks() {
  let before = Date.now(), now = null;
  for (const clock of document.querySelectorAll(".clock")) {
    clock.left = clock.dataset.minutes * 60000;
    clock.going = true;
    clock.title = "click: pause and go on; double click: from the start";
    clock.onclick = () => { clock.going = !clock.going; show(clock); };
    clock.ondblclick = () => { clock.left = clock.dataset.minutes * 60000; clock.going = true; show(clock); };
    show(clock);
  }
  Reveal.on("slidechanged", e => { now = clockOf(e.currentSlide); before = Date.now(); });
  setInterval(() => {
    if (now && now.going) { now.left -= Date.now() - before; show(now); }
    before = Date.now();
  }, 250);
}

function check() {
  const slides = [];
  for (const slide of Reveal.getSlides()) {
    const { h, v } = Reveal.getIndices(slide);
    Reveal.slide(h, v, 99);
    const page = slide.querySelector(".page"), box = page.getBoundingClientRect(), scale = Reveal.getScale();
    const overflows = box.height / scale > HEIGHT + 1 || page.scrollWidth > page.clientWidth + 1;
    slides.push({ cells: slide.dataset.cells, zoom: +page.dataset.zoom, overflows });
  }
  const report = document.createElement("pre");
  report.id = "report";
  report.textContent = JSON.stringify({ slides, troubles });
  document.body.append(report);
}

addEventListener("load", async () => {
  document.documentElement.classList.add("measuring");
  document.querySelectorAll(".page").forEach(fit);
  document.querySelectorAll(".page").forEach(enlarge);
  document.documentElement.classList.remove("measuring");
  const printing = asked.has("print-pdf") || asked.get("view") === "print";
  await Reveal.initialize({
    width: WIDTH, height: HEIGHT, margin: 0, center: false, hash: true, slideNumber: "c/t", transition: "none", defaultTiming: 0,
    controls: false, navigationMode: "linear",
    view: printing ? "print" : null, pdfSeparateFragments: false, pdfMaxPagesPerSlide: 1, plugins: [RevealNotes],
  });
  startClocks();
  if (asked.has("check")) check();
});
