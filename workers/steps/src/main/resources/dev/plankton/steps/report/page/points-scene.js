"use strict";

/** Draws points in the cube [-1, 1]³ in perspective, with axes. Lengths on the canvas are CSS pixels. */
class PlanktonScene {
  static DISTANCE = 7;
  static NARROW = 560;

  constructor(canvas, data) {
    this.canvas = canvas;
    this.data = data;
    this.axes = [0, 1, 2].map((axis) => PlanktonScene.axis(data, axis));
    // Coordinates in the cube for each frame, three numbers for each image.
    this.frames = data.frames.map((frame) =>
      Float64Array.from(frame.points, (value, i) => this.axes[i % 3].place(value)));
    this.places = this.frames[this.frames.length - 1].slice();
    // The same colour again means another shape.
    const colors = new Set(data.colors).size;
    this.shapes = data.classes.map((_, label) => ["round", "square", "triangle"][Math.floor(label / colors) % 3]);
    this.hidden = new Set();
    this.highlighted = -1;
    this.marked = -1;
    this.reset();
  }

  /** An axis long enough for every frame, with round values along it. */
  static axis(data, axis) {
    let low = Infinity;
    let high = -Infinity;
    for (const frame of data.frames) {
      for (let i = axis; i < frame.points.length; i += 3) {
        low = Math.min(low, frame.points[i]);
        high = Math.max(high, frame.points[i]);
      }
    }
    const margin = high > low ? 0.04 * (high - low) : Math.max(Math.abs(low), 1) * 0.05;
    low -= margin;
    high += margin;
    const rough = (high - low) / 4;
    const decade = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].find((multiple) => multiple * decade >= rough) * decade;
    const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    const place = (value) => 2 * (value - low) / (high - low) - 1;
    const ticks = [];
    for (let tick = Math.ceil(low / step); tick * step <= high; tick++) {
      const label = decimals > 4 ? (tick * step).toExponential(0) : (tick * step).toFixed(decimals);
      ticks.push({ at: place(tick * step), label: label.replace("-", "−") });
    }
    return { place, ticks, label: `component ${axis + 1} (${(100 * data.explained[axis]).toFixed(1)} %)` };
  }

  /** The view of the film. */
  reset() {
    this.turn = -58;
    this.tilt = 24;
    this.zoom = 1;
  }

  rotate(turn, tilt) {
    this.turn = (this.turn + turn) % 360;
    this.tilt = Math.max(-89, Math.min(89, this.tilt + tilt));
  }

  enlarge(factor) {
    this.zoom = Math.max(0.6, Math.min(12, this.zoom * factor));
  }

  shows(image) {
    return !this.hidden.has(this.data.labels[image]);
  }

  /** Moves the points to where they are between two sets of places. */
  between(from, to, share) {
    for (let i = 0; i < to.length; i++) {
      this.places[i] = (1 - share) * from[i] + share * to[i];
    }
  }

  /** The visible image under the pointer: of those that lie there the nearest to the eye; -1 for none. */
  at(x, y) {
    let found = -1;
    for (const { image, seen, radius } of this.drawn || []) {
      if (Math.hypot(seen.x - x, seen.y - y) <= Math.max(radius + 2, 7)) {
        found = image; // they are in order, the nearest last
      }
    }
    return found;
  }

  /** Where an image was drawn, if it was. */
  position(image) {
    const found = (this.drawn || []).find((each) => each.image === image);
    return found && found.seen;
  }

  draw() {
    const width = this.canvas.clientWidth;
    const height = Math.round(width < PlanktonScene.NARROW ? width * 0.95 : Math.min(width * 0.64, 620));
    const pixels = window.devicePixelRatio || 1;
    this.canvas.style.height = height + "px";
    this.canvas.width = Math.round(width * pixels);
    this.canvas.height = Math.round(height * pixels);
    this.width = width;
    this.height = height;
    this.narrow = width < PlanktonScene.NARROW;
    this.look();
    const pen = this.canvas.getContext("2d");
    pen.scale(pixels, pixels);
    pen.clearRect(0, 0, width, height);
    const style = getComputedStyle(this.canvas);
    const color = (name) => style.getPropertyValue(name).trim();
    this.drawBox(pen, color);
    this.drawPoints(pen, color);
  }

  look() {
    const [turn, tilt] = [this.turn * Math.PI / 180, this.tilt * Math.PI / 180];
    const [ct, st, cu, su] = [Math.cos(tilt), Math.sin(tilt), Math.cos(turn), Math.sin(turn)];
    const size = this.zoom * Math.min(this.width - (this.narrow ? 70 : 110), this.height - 20) / 3.3;
    this.middle = this.height / 2 - (this.narrow ? 8 : 16); // there are labels below
    this.eye = [ct * cu, ct * su, st];
    this.see = (x, y, z) => {
      const towards = x * cu + y * su;
      const near = PlanktonScene.DISTANCE / (PlanktonScene.DISTANCE - towards * ct - z * st);
      return {
        x: this.width / 2 + size * near * (y * cu - x * su),
        y: this.middle - size * near * (z * ct - towards * st),
        near,
      };
    };
  }

  /** The three sides of the cube that are behind the points, and an axis along one outer edge in each direction. */
  drawBox(pen, color) {
    const far = this.eye.map((towards) => (towards > 0 ? -1 : 1));
    const corner = (a, va, b, vb, c, vc) => {
      const place = [0, 0, 0];
      [place[a], place[b], place[c]] = [va, vb, vc];
      return this.see(...place);
    };
    const trace = (...points) => {
      pen.beginPath();
      points.forEach((p) => pen.lineTo(p.x, p.y));
    };
    const sides = [0, 1, 2].map((a) => ({ a, b: (a + 1) % 3, c: (a + 2) % 3 }));
    pen.lineWidth = 1;
    for (const { a, b, c } of sides) {
      trace(...[[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([vb, vc]) => corner(a, far[a], b, vb, c, vc)));
      pen.closePath();
      pen.fillStyle = color("--paper");
      pen.fill();
      pen.strokeStyle = color("--line");
      pen.stroke();
      for (const [along, across] of [[b, c], [c, b]]) {
        for (const tick of this.axes[along].ticks) {
          trace(corner(a, far[a], along, tick.at, across, -1), corner(a, far[a], along, tick.at, across, 1));
          pen.stroke();
        }
      }
    }
    for (const { a, b, c } of sides) {
      // An outer edge lies between a far side and a near one.
      const edges = [[far[b], -far[c]], [-far[b], far[c]]].map(([vb, vc]) =>
        ({ at: (v) => corner(a, v, b, vb, c, vc), middle: corner(a, 0, b, vb, c, vc) }));
      const first = a === 2 ? edges[0].middle.x < edges[1].middle.x : edges[0].middle.y > edges[1].middle.y;
      this.drawAxis(pen, color, this.axes[a], edges[first ? 0 : 1]);
    }
  }

  drawAxis(pen, color, axis, { at, middle }) {
    const [from, to] = [at(-1), at(1)];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length < 50) {
      return;
    }
    // Outwards: across the edge, away from the cube's centre.
    let [outX, outY] = [(to.y - from.y) / length, (from.x - to.x) / length];
    if ((middle.x - this.width / 2) * outX + (middle.y - this.middle) * outY < 0) {
      [outX, outY] = [-outX, -outY];
    }
    const font = (size) => `${size}px ${getComputedStyle(this.canvas).fontFamily}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillStyle = color("--soft");
    pen.font = font(this.narrow ? 10 : 11.5);
    let widest = 0;
    for (const tick of axis.ticks.filter((each) => Math.abs(each.at) < 0.95)) {
      const width = pen.measureText(tick.label).width;
      const reach = 5 + Math.abs(outX) * width / 2 + Math.abs(outY) * 6;
      widest = Math.max(widest, reach + Math.abs(outX) * width / 2 + Math.abs(outY) * 6);
      const p = at(tick.at);
      pen.fillText(tick.label, p.x + outX * reach, p.y + outY * reach);
    }
    pen.font = font(this.narrow ? 11 : 13);
    const half = pen.measureText(axis.label).width / 2 + 3;
    let angle = Math.atan2(to.y - from.y, to.x - from.x);
    angle += angle > Math.PI / 2 + 0.02 ? -Math.PI : angle < -Math.PI / 2 - 0.02 ? Math.PI : 0;
    const [sine, cosine] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
    const inside = (value, reach, size) => Math.max(reach, Math.min(size - reach, value));
    pen.save();
    pen.translate(
      inside(middle.x + outX * (widest + 9), half * cosine + 8 * sine, this.width),
      inside(middle.y + outY * (widest + 9), half * sine + 8 * cosine, this.height));
    pen.rotate(angle);
    pen.fillStyle = color("--ink");
    pen.fillText(axis.label, 0, 0);
    pen.restore();
  }

  /** The points, the farthest first, so that they cover what is behind them, labels included. */
  drawPoints(pen, color) {
    const radius = (this.narrow ? 3.4 : 4.6) * Math.sqrt(this.zoom);
    this.drawn = [];
    for (let image = 0; image < this.data.labels.length; image++) {
      if (this.shows(image)) {
        const seen = this.see(...this.places.subarray(3 * image, 3 * image + 3));
        this.drawn.push({ image, seen, radius: radius * seen.near * seen.near });
      }
    }
    this.drawn.sort((one, other) => one.seen.near - other.seen.near);
    pen.strokeStyle = color("--rim");
    pen.lineWidth = 0.9;
    for (const point of this.drawn) {
      const label = this.data.labels[point.image];
      pen.globalAlpha = this.highlighted < 0 || this.highlighted === label ? 1 : 0.12;
      pen.fillStyle = this.data.colors[label];
      this.shape(pen, this.shapes[label], point.seen, point.radius);
      pen.fill();
      pen.stroke();
    }
    pen.globalAlpha = 1;
    const marked = this.drawn.find((point) => point.image === this.marked);
    if (marked) {
      pen.strokeStyle = color("--ink");
      pen.lineWidth = 2;
      this.shape(pen, "round", marked.seen, marked.radius + 3);
      pen.stroke();
    }
  }

  shape(pen, kind, { x, y }, r) {
    pen.beginPath();
    if (kind === "round") {
      pen.arc(x, y, r, 0, 2 * Math.PI);
    } else if (kind === "square") {
      pen.rect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
    } else {
      pen.moveTo(x, y - 1.2 * r);
      pen.lineTo(x + 1.1 * r, y + 0.8 * r);
      pen.lineTo(x - 1.1 * r, y + 0.8 * r);
      pen.closePath();
    }
  }
}
