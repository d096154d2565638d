/** The view on the page: canvas, slider over the checkpoints, legend, and the image under the pointer. */
class PlanktonView {
  static MOVE = 650; // milliseconds from one checkpoint to the next
  static REST = 600; // milliseconds at each while the film plays

  /** A name that may go on in the next line between its words. */
  static breakable(name) {
    return name.replace(/[_/]/g, "$&\u200b");
  }

  constructor(place, data) {
    this.data = data;
    const add = (parent, tag, attributes = {}, text = "") => {
      const element = parent.appendChild(document.createElement(tag));
      Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
      element.textContent = text;
      return element;
    };
    this.add = add;
    place.textContent = "";
    this.stage = add(place, "div", { class: "stage" });
    this.canvas = add(this.stage, "canvas", {
      tabindex: "0",
      role: "img",
      "aria-label": `${data.labels.length} images of ${data.classes.length} classes as points in space`
        + "; arrow keys turn, plus and minus zoom, comma and full stop go through the images",
    });
    this.tip = add(this.stage, "div", { class: "tip", hidden: "", "aria-live": "polite" });
    this.scene = new PlanktonScene(this.canvas, data);
    this.addControls(place);
    this.addLegend(place);
    this.listen();
    this.label(data.frames.length - 1);
    new ResizeObserver(() => this.redraw()).observe(this.stage);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.redraw());
  }

  addControls(place) {
    const last = this.data.frames.length - 1;
    const controls = this.add(place, "div", { class: "controls" });
    this.play = this.add(controls, "button", { type: "button" }, "Play");
    this.slider = this.add(controls, "input", { type: "range", min: 0, max: last, step: 1, "aria-label": "Checkpoint" });
    this.slider.value = last;
    this.output = this.add(controls, "output");
    this.play.hidden = this.slider.hidden = last === 0;
    this.slider.addEventListener("input", () => {
      this.stop();
      this.goTo(Number(this.slider.value));
    });
    this.play.addEventListener("click", () => (this.playing ? this.stop() : this.start()));
    const hint = this.add(place, "p", { class: "hint" },
      "Drag to turn; click, then roll the wheel, or pinch, to zoom; point at an image, or tap it, to see it.");
    this.add(hint, "span", { class: "keys" },
      " Keys: arrows, + and −, comma and full stop for the images, 0 to start again.");
  }

  addLegend(place) {
    const list = this.add(place, "ul", { class: "legend", "aria-label": "Classes to show" });
    const button = (text) => this.add(this.add(list, "li"), "button", { type: "button" }, text);
    this.buttons = this.data.classes.map((name, label) => {
      const each = button("");
      each.title = name;
      this.add(each, "i", { class: this.scene.shapes[label] }).style.background = this.data.colors[label];
      this.add(each, "span", {}, PlanktonView.breakable(name));
      const highlight = (on) => () => {
        this.scene.highlighted = on && !this.scene.hidden.has(label) ? label : -1;
        this.redraw();
      };
      each.addEventListener("pointerenter", highlight(true));
      each.addEventListener("pointerleave", highlight(false));
      each.addEventListener("focus", () => each.matches(":focus-visible") && highlight(true)());
      each.addEventListener("blur", highlight(false));
      each.addEventListener("click", () => this.show([label], this.scene.hidden.has(label)));
      return each;
    });
    const all = this.data.classes.map((_, label) => label);
    button("Show all").addEventListener("click", () => this.show(all, true));
    button("Hide all").addEventListener("click", () => this.show(all, false));
    this.show(all, true);
  }

  show(labels, shown) {
    for (const label of labels) {
      this.scene.hidden[shown ? "delete" : "add"](label);
      this.buttons[label].setAttribute("aria-pressed", shown);
    }
    this.scene.highlighted = -1;
    this.point(-1);
  }

  listen() {
    const { canvas, scene } = this;
    const pointers = new Map();
    let travelled = 0;
    const place = (event) => ({ x: event.offsetX, y: event.offsetY });
    const spread = () => {
      const [one, other] = [...pointers.values()];
      return Math.hypot(one.x - other.x, one.y - other.y);
    };
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, place(event));
      travelled = 0;
    });
    canvas.addEventListener("pointermove", (event) => {
      const [old, now] = [pointers.get(event.pointerId), place(event)];
      if (!old) {
        this.point(scene.at(now.x, now.y));
        return;
      }
      const before = pointers.size === 2 ? spread() : 0;
      pointers.set(event.pointerId, now);
      if (pointers.size === 2) {
        scene.enlarge(spread() / Math.max(1, before));
      } else {
        scene.rotate(-0.4 * (now.x - old.x), 0.4 * (now.y - old.y));
      }
      travelled += Math.hypot(now.x - old.x, now.y - old.y);
      this.point(-1);
    });
    const end = (event) => {
      const tapped = pointers.delete(event.pointerId) && event.type === "pointerup" && travelled < 6;
      this.point(tapped ? scene.at(event.offsetX, event.offsetY) : -1);
    };
    ["pointerup", "pointercancel"].forEach((type) => canvas.addEventListener(type, end));
    canvas.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.point(-1));
    canvas.addEventListener("wheel", (event) => {
      // Else the page could not be scrolled past the view.
      if (document.activeElement === canvas || event.ctrlKey) {
        event.preventDefault();
        scene.enlarge(Math.exp(-0.0015 * event.deltaY * (event.deltaMode === 1 ? 30 : 1)));
        this.point(-1);
      }
    }, { passive: false });
    canvas.addEventListener("keydown", (event) => this.key(event));
    canvas.addEventListener("blur", () => this.point(-1));
  }

  key(event) {
    const { scene } = this;
    const keys = {
      ArrowLeft: () => scene.rotate(6, 0),
      ArrowRight: () => scene.rotate(-6, 0),
      ArrowUp: () => scene.rotate(0, 6),
      ArrowDown: () => scene.rotate(0, -6),
      "+": () => scene.enlarge(1.2),
      "=": () => scene.enlarge(1.2),
      "-": () => scene.enlarge(1 / 1.2),
      0: () => scene.reset(),
      ",": () => this.step(-1),
      ".": () => this.step(1),
      Escape: () => this.point(-1),
    };
    if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      keys[event.key]();
      this.redraw();
    }
  }

  /** To the next or the previous image that is shown. */
  step(by) {
    const images = this.data.labels.length;
    let image = this.scene.marked < 0 && by < 0 ? 0 : this.scene.marked;
    for (let tried = 0; tried < images; tried++) {
      image = (image + by + images) % images;
      if (this.scene.shows(image)) {
        this.point(image);
        return;
      }
    }
  }

  /** Marks an image and shows it with its class and file; -1 for none. */
  point(image) {
    this.scene.marked = image;
    this.redraw();
    this.tip.hidden = image < 0;
    if (image < 0) {
      return;
    }
    const { data, tip } = this;
    tip.textContent = "";
    data.sheets.forEach((sheet) => this.addPicture(sheet, image));
    this.add(tip, "b", {}, PlanktonView.breakable(data.classes[data.labels[image]]));
    this.add(tip, "span", {}, PlanktonView.breakable(data.sources[image]));
    this.placeTip();
  }

  addPicture({ file, columns }, image) {
    const side = this.scene.narrow ? 72 : 96;
    const picture = this.add(this.tip, "i");
    picture.style.width = picture.style.height = side + "px";
    picture.style.backgroundImage = `url("${file}")`;
    picture.style.backgroundSize = `${columns * side}px auto`;
    picture.style.backgroundPosition = [image % columns, Math.floor(image / columns)]
      .map((cell) => -cell * side + "px").join(" ");
  }

  placeTip() {
    const at = this.scene.position(this.scene.marked);
    if (at) {
      const { tip, scene } = this;
      const right = at.x + 14 + tip.offsetWidth <= scene.width ? at.x + 14 : at.x - 14 - tip.offsetWidth;
      tip.style.left = Math.max(0, right) + "px";
      tip.style.top = Math.max(0, Math.min(scene.height - tip.offsetHeight, at.y - 20)) + "px";
    }
  }

  label(index) {
    const { round, learningRate, accuracy } = this.data.frames[index];
    const rate = round === 0 ? "before training" : `learning rate ${Number(learningRate.toPrecision(3))}`;
    const heading = this.data.trained ? `Round ${round} · ${rate}` : "Uploaded vectors";
    this.output.textContent = `${heading} · validation accuracy ${accuracy.toFixed(3)}`;
    this.slider.setAttribute("aria-valuetext", this.output.textContent);
  }

  /** Lets the points move to where a checkpoint has them. */
  goTo(index) {
    this.label(index);
    const from = this.scene.places.slice();
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const move = { start: performance.now(), from, to: this.scene.frames[index], length: still ? 1 : PlanktonView.MOVE };
    this.move = move;
    const frame = (now) => {
      if (this.move !== move) {
        return; // another one has begun
      }
      const share = Math.max(0, Math.min(1, (now - move.start) / move.length));
      this.scene.between(move.from, move.to, share * share * (3 - 2 * share));
      this.redraw(true);
      if (share < 1) {
        requestAnimationFrame(frame);
      } else if (this.playing) {
        this.timer = setTimeout(() => this.next(), PlanktonView.REST);
      }
    };
    requestAnimationFrame(frame);
  }

  start() {
    this.playing = true;
    this.play.textContent = "Pause";
    const last = this.data.frames.length - 1;
    const index = Number(this.slider.value);
    this.slider.value = index === last ? 0 : index + 1;
    this.goTo(Number(this.slider.value));
  }

  next() {
    const index = Number(this.slider.value);
    if (!this.playing || index === this.data.frames.length - 1) {
      this.stop();
      return;
    }
    this.slider.value = index + 1;
    this.goTo(index + 1);
  }

  stop() {
    this.playing = false;
    clearTimeout(this.timer);
    this.play.textContent = "Play";
  }

  /** Draws before the screen is drawn next, however often it is called. @param now at once */
  redraw(now = false) {
    const draw = () => {
      this.waiting = false;
      this.scene.draw();
      if (!this.tip.hidden) {
        this.placeTip();
      }
    };
    if (now) {
      draw();
    } else if (!this.waiting) {
      this.waiting = true;
      requestAnimationFrame(draw);
    }
  }
}

document.addEventListener("DOMContentLoaded", () => {
  for (const place of document.querySelectorAll(".points")) {
    const data = (window.planktonPoints || {})[place.dataset.file];
    if (data) {
      new PlanktonView(place, data);
    }
  }
});
