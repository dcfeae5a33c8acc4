"use strict";
const story = JSON.parse(document.getElementById("story").textContent);
const at = id => document.getElementById(id);
const svg = name => document.createElementNS("http://www.w3.org/2000/svg", name);
const picture = at("picture"), world = at("world"), details = at("details"), search = at("search");
const nodes = story.nodes.map((node, number) => ({...node, number, shape: at("n" + number)}));
const links = story.links.map((link, number) => ({...link, shape: at("links").children[number]}));
const spoken = (key, values) => story.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
let scene, chosen = null, focused = null, view = {x: 0, y: 0, k: 1};

function bent(x, y, right, end) {
  const bend = right > x ? (right - x) / 2 : 120;
  return `C${x + bend} ${y} ${right - bend} ${end} ${right} ${end}`;
}

function way(link, passes) {
  const [first, top] = scene.spots[link.source], [last, end] = scene.spots[link.target];
  if (!passes) return `M${first + story.drop} ${top + nodes[link.source].height}V${end}`;
  let x = first + story.width, y = top + link.port, path = `M${x} ${y}`;
  passes.forEach((height, passed) => {
    const left = first + (passed + 1) * story.pitch;
    path += bent(x, y, left, height) + `H${left + story.width}`;
    x = left + story.width;
    y = height;
  });
  return path + bent(x, y, last, end + nodes[link.target].height / 2);
}

function showScene() {
  scene = story.scenes.find(each => each.layer == at("layer").value && each.least == at("least").value);
  nodes.forEach(node => {
    const spot = scene.spots[node.number];
    node.shape.classList.toggle("gone", !spot);
    if (spot) node.shape.setAttribute("transform", `translate(${spot})`);
    node.shape.setAttribute("tabindex", "-1");
    node.shape.setAttribute("role", "button");
  });
  links.forEach((link, number) => {
    const passes = scene.links[number];
    link.shape.classList.toggle("gone", passes === undefined);
    if (passes !== undefined) link.shape.setAttribute("d", way(link, passes));
  });
  at("bands").replaceChildren(...scene.bands.map(([x, width], number) => {
    const band = svg("rect");
    band.setAttribute("class", number % 2 ? "day odd" : "day");
    for (const [name, value] of Object.entries({x, y: -30000, width, height: 30000 + (scene.never === null ? 30000 : scene.never - 64)})) band.setAttribute(name, value);
    return band;
  }));
  at("dates").replaceChildren(...scene.bands.map(([, , label]) => {
    const date = svg("text");
    date.setAttribute("class", "date");
    date.setAttribute("y", 24);
    date.textContent = label;
    return date;
  }));
  at("never").classList.toggle("gone", scene.never === null);
  at("never").setAttribute("y", scene.never - 24);
  at("folded").textContent = scene.folded ? spoken("graph.folded", {n: scene.folded}) : "";
  const visible = nodes.filter(node => scene.spots[node.number]);
  if (!focused || !scene.spots[focused.number]) focused = visible[0] || null;
  if (focused) focused.shape.setAttribute("tabindex", "0");
  if (chosen && !scene.spots[chosen.number]) choose(null); else mark();
  drawMap(visible);
  find();
}

function drawMap(visible) {
  const map = at("map"), wide = Math.min(420, picture.clientWidth / 2), scale = wide / scene.width;
  map.setAttribute("width", wide);
  map.setAttribute("height", Math.max(40, Math.min(140, scene.height * scale)));
  map.setAttribute("viewBox", `0 0 ${scene.width} ${scene.height}`);
  map.setAttribute("preserveAspectRatio", "none");
  const frame = svg("rect");
  frame.setAttribute("class", "window");
  map.replaceChildren(...visible.filter(node => node.seen).map(node => {
    const [x, y] = scene.spots[node.number], dot = svg("rect");
    dot.setAttribute("class", `dot ${node.kind}${node.grave ? " catastrophe" : ""}`);
    for (const [name, value] of Object.entries({x, y, width: story.width, height: node.height})) dot.setAttribute(name, value);
    return dot;
  }), frame);
  moveFrame();
}

function moveFrame() {
  const frame = at("map").lastChild;
  if (!frame) return;
  const box = {x: -view.x / view.k, y: -view.y / view.k, width: picture.clientWidth / view.k, height: picture.clientHeight / view.k};
  for (const [name, value] of Object.entries(box)) frame.setAttribute(name, value);
}

function move() {
  world.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.k})`);
  scene.bands.forEach(([x, width], number) => {
    const date = at("dates").children[number], left = x * view.k + view.x, right = left + width * view.k;
    date.setAttribute("x", Math.max(left + 6, Math.min(8, right - 100)));
    date.classList.toggle("gone", right < 110 || left > picture.clientWidth || width * view.k < 104);
  });
  moveFrame();
}

function zoom(factor, x = picture.clientWidth / 2, y = picture.clientHeight / 2) {
  const k = Math.max(.04, Math.min(2.5, view.k * factor)), real = k / view.k;
  view = {k, x: x - (x - view.x) * real, y: y - (y - view.y) * real};
  move();
}

function whole() {
  const k = Math.min(1.2, picture.clientWidth / (scene.width + 40), picture.clientHeight / (scene.height + 40));
  view = {k, x: 16, y: Math.max(0, (picture.clientHeight - scene.height * k) / 2)};
  move();
}

function strip(x, wide) {
  const part = svg("svg");
  part.setAttribute("class", "graph strip");
  part.setAttribute("viewBox", `${x - 12} -36 ${wide + 24} ${scene.height + 48}`);
  part.append(world.cloneNode(true), ...scene.bands.filter(band => band[0] < x + wide && band[0] + band[1] > x).map(([left, , label]) => {
    const date = svg("text");
    date.setAttribute("class", "date");
    date.setAttribute("x", Math.max(left, x) + 6);
    date.setAttribute("y", -12);
    date.textContent = label;
    return date;
  }));
  return part;
}

function print() {
  const count = Math.ceil(scene.width / 1600), wide = scene.width / count;
  world.removeAttribute("transform");
  picture.parentNode.append(...Array.from({length: count}, (_, number) => strip(number * wide, wide)));
}

function show() {
  document.querySelectorAll(".strip").forEach(part => part.remove());
  move();
}

function begin() {
  const seen = nodes.filter(node => node.seen && scene.spots[node.number]).map(node => scene.spots[node.number][1] + node.height);
  const k = Math.max(.62, Math.min(1, (picture.clientHeight - 20) / Math.max(...seen, 200)));
  view = {k, x: 12, y: 0};
  const first = focused && scene.spots[focused.number];
  if (first) view.y = Math.min(0, picture.clientHeight / 2 - (first[1] + focused.height / 2) * k);
  move();
}

function reveal(node) {
  const [x, y] = scene.spots[node.number], left = x * view.k + view.x, top = y * view.k + view.y;
  const right = left + story.width * view.k, bottom = top + node.height * view.k, margin = 40;
  if (left < margin || right > picture.clientWidth - margin) view.x = picture.clientWidth / 2 - (x + story.width / 2) * view.k;
  if (top < margin || bottom > picture.clientHeight - margin) view.y = picture.clientHeight / 2 - (y + node.height / 2) * view.k;
  move();
}

function focusOn(node) {
  if (!node) return;
  if (focused) focused.shape.setAttribute("tabindex", "-1");
  focused = node;
  node.shape.setAttribute("tabindex", "0");
  reveal(node);
  node.shape.focus({preventScroll: true});
}

const mine = link => link.layer == scene.layer;
const shown = link => !link.shape.classList.contains("gone");

function mark() {
  const near = new Set(chosen ? [chosen.number] : []);
  links.forEach(link => {
    const touches = chosen && (link.source == chosen.number || link.target == chosen.number);
    if (touches && shown(link)) { near.add(link.source); near.add(link.target); }
    link.shape.classList.toggle("near", Boolean(touches));
    link.shape.classList.toggle("away", Boolean(chosen) && !touches);
  });
  nodes.forEach(node => {
    node.shape.classList.toggle("chosen", node === chosen);
    node.shape.classList.toggle("away", Boolean(chosen) && !near.has(node.number));
  });
}

function choose(node) {
  chosen = node;
  details.hidden = !node;
  mark();
  if (node) details.replaceChildren(...described(node));
  move();
}

function element(name, text, kind) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function rowsOf(rows) {
  const list = element("ul");
  rows.forEach(([words, worlds, node]) => {
    const row = element("li"), name = node ? element("button", words, "onward") : element("span", words);
    if (node) name.addEventListener("click", () => { if (scene.spots[node.number]) { focusOn(node); choose(node); } });
    row.append(name, element("span", worlds));
    list.append(row);
  });
  return list;
}

function described(node) {
  const close = element("button", story.words["graph.close"], "close"), parts = [close];
  close.addEventListener("click", () => { choose(null); node.shape.focus(); });
  parts.push(element("span", story.words["graph.kind." + node.kind], "label"), element("h2", node.title));
  const place = element("p", node.place, "document"), id = element("p", node.id, "document");
  place.id = "place";
  parts.push(place, id, element("p", node.seen ? spoken("graph.seen", node) : story.words["graph.unseen"]));
  if (node.exits.length) {
    parts.push(element("h3", story.words["graph.options"]), rowsOf(node.exits.map(([label, seen]) => [label, seen])));
  }
  const out = links.filter(link => mine(link) && link.source == node.number);
  const into = links.filter(link => mine(link) && link.target == node.number);
  if (out.length) parts.push(element("h3", story.words["graph.next"]), rowsOf(out.map(link => [(link.label ? link.label + ": " : "") + nodes[link.target].title, link.worlds, nodes[link.target]])));
  if (into.length) parts.push(element("h3", story.words["graph.before"]), rowsOf(into.map(link => [nodes[link.source].title + (link.label ? ": " + link.label : ""), link.worlds, nodes[link.source]])));
  return parts;
}

function matches() {
  const words = search.value.trim().toLowerCase();
  return words ? nodes.filter(node => scene.spots[node.number] && `${node.title} ${node.id} ${node.exits.map(each => each[0]).join(" ")}`.toLowerCase().includes(words)) : [];
}

function find() {
  const found = new Set(matches());
  nodes.forEach(node => node.shape.classList.toggle("found", found.has(node)));
  at("matches").textContent = search.value.trim() ? spoken("graph.found", {n: found.size}) : "";
}

function step(node, direction) {
  if (direction == "ArrowRight" || direction == "ArrowLeft") {
    const [from, to] = direction == "ArrowRight" ? ["source", "target"] : ["target", "source"];
    const link = links.find(each => shown(each) && each[from] == node.number);
    return link && nodes[link[to]];
  }
  const [x, y] = scene.spots[node.number], sign = direction == "ArrowDown" ? 1 : -1;
  return nodes.filter(each => scene.spots[each.number] && scene.spots[each.number][0] == x && (scene.spots[each.number][1] - y) * sign > 0)
    .sort((a, b) => (scene.spots[a.number][1] - scene.spots[b.number][1]) * sign)[0];
}

nodes.forEach(node => node.shape.addEventListener("click", () => {
  if (dragged) return;
  focusOn(node);
  choose(chosen === node ? null : node);
}));
at("layer").addEventListener("change", () => { showScene(); begin(); });
at("least").addEventListener("change", () => { showScene(); begin(); });
search.addEventListener("input", find);
search.addEventListener("keydown", event => {
  if (event.key == "Enter") {
    const found = matches(), next = found[(found.indexOf(focused) + 1) % found.length];
    if (next) { focusOn(next); search.focus(); if (found.length == 1) { focusOn(next); choose(next); } }
  } else if (event.key == "Escape") { search.value = ""; find(); if (focused) focusOn(focused); }
});
at("closer").addEventListener("click", () => zoom(1.25));
at("farther").addEventListener("click", () => zoom(.8));
at("whole").addEventListener("click", whole);
at("ground").addEventListener("click", () => {
  const root = document.documentElement, dark = root.dataset.ground ? root.dataset.ground == "night" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.ground = dark ? "paper" : "night";
});
picture.addEventListener("wheel", event => {
  event.preventDefault();
  if (event.shiftKey) { view.x -= event.deltaY + event.deltaX; move(); return; }
  const box = picture.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY / 500), event.clientX - box.left, event.clientY - box.top);
}, {passive: false});
let held = null, dragged = false;
picture.addEventListener("pointerdown", event => { held = {x: event.clientX - view.x, y: event.clientY - view.y}; dragged = false; });
addEventListener("pointermove", event => {
  if (!held) return;
  const x = event.clientX - held.x, y = event.clientY - held.y;
  if (!dragged && Math.hypot(x - view.x, y - view.y) < 5) return;
  dragged = true;
  picture.classList.add("held");
  view.x = x; view.y = y;
  move();
});
addEventListener("pointerup", () => { held = null; picture.classList.remove("held"); });
at("map").addEventListener("click", event => {
  const box = at("map").getBoundingClientRect();
  view.x = picture.clientWidth / 2 - (event.clientX - box.left) / box.width * scene.width * view.k;
  view.y = picture.clientHeight / 2 - (event.clientY - box.top) / box.height * scene.height * view.k;
  move();
});
addEventListener("keydown", event => {
  const typing = event.target.matches("input, select");
  if (event.key == "Escape" && !typing) { const node = chosen; choose(null); if (node) focusOn(node); return; }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key == "/") { event.preventDefault(); search.focus(); search.select(); return; }
  if (event.key == "+" || event.key == "=") zoom(1.25);
  else if (event.key == "-") zoom(.8);
  else if (event.key == "0") whole();
  const node = nodes.find(each => each.shape === document.activeElement);
  if (!node) return;
  if (event.key == "Enter" || event.key == " ") { event.preventDefault(); choose(chosen === node ? null : node); }
  else if (event.key.startsWith("Arrow")) { event.preventDefault(); focusOn(step(node, event.key)); }
});
addEventListener("beforeprint", print);
addEventListener("afterprint", show);
addEventListener("resize", () => { drawMap(nodes.filter(node => scene.spots[node.number])); move(); });
at("layer").value = story.layer;
at("least").value = story.least;
showScene();
begin();
