// A drawing of the page as an image file: what is seen, as one SVG that needs neither the page's styles nor its fonts.
// Loaded when somebody saves; it reads the page and changes nothing on it.

interface DrawingFile {
  /** Without an ending. */
  readonly fileName: string;
  readonly format: "svg" | "png";
}

interface Sheet {
  readonly left: number;
  readonly top: number;
  readonly rgb: (color: string) => string | null;
}

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 8;
/** Office programs have it, or one of the same widths. */
const FONT = "Inter, Arial, 'Liberation Sans', sans-serif";
/** Where the baseline of Inter stands below the top of its line box, in parts of the size. */
const ASCENT = 0.97;
const PNG_SCALE = 2;

/** Saves a drawing as `fileName.svg`, or as `fileName.png` with twice as many dots. Throws where the browser cannot. */
export async function saveDrawing(drawing: HTMLElement, { fileName, format }: DrawingFile): Promise<void> {
  const svg = drawingAsSvg(drawing);
  const text = new XMLSerializer().serializeToString(svg);
  const image = new Blob([text], { type: "image/svg+xml" });
  download(format === "svg" ? image : await rasterise(image, svg), `${fileName}.${format}`);
}

function drawingAsSvg(drawing: HTMLElement): SVGSVGElement {
  const box = drawing.getBoundingClientRect();
  const [width, height] = [Math.ceil(box.width) + 2 * MARGIN, Math.ceil(box.height) + 2 * MARGIN];
  const sheet = { left: box.left - MARGIN, top: box.top - MARGIN, rgb: rgbReader() };
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const parts = [shape("rect", { width, height, fill: sheet.rgb(paper) ?? "#fff" }), ...partsOf(drawing, sheet)];
  const svg = shape("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FONT }, parts);
  return svg as SVGSVGElement;
}

function shape(name: string, attributes: Record<string, string | number>, children: readonly Node[] = []): SVGElement {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

/** Any colour of the page in the one form that every program reads; null where nothing is to be seen. */
function rgbReader(): Sheet["rgb"] {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  return (color) => {
    if (context === null) return color;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return alpha === 0 ? null : `rgba(${red},${green},${blue},${(alpha / 255).toFixed(2)})`;
  };
}

function partsOf(node: Node, sheet: Sheet): SVGElement[] {
  if (node instanceof SVGSVGElement) return isSeen(node) ? [svgPart(node, sheet)] : [];
  if (node instanceof Text) return textParts(node, sheet);
  if (!(node instanceof HTMLElement) || !isSeen(node)) return [];
  return [...boxParts(node, sheet), ...[...node.childNodes].flatMap((child) => partsOf(child, sheet))];
}

function isSeen(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  return display !== "none" && visibility !== "hidden" && (width > 1 || height > 1);
}

/** What a drawing of the page's own styles looks like, written into the drawing. */
const SVG_STYLES = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "paint-order"],
  ...["opacity", "font-size", "font-weight", "text-anchor"],
];

function svgPart(svg: SVGSVGElement, sheet: Sheet): SVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, index) => {
    const styles = getComputedStyle(originals[index] ?? svg);
    for (const name of ["class", "style", "tabindex", "role"]) element.removeAttribute(name);
    for (const name of SVG_STYLES) setStyle(element, name, styles.getPropertyValue(name), sheet);
  });
  const { left, top, width, height } = svg.getBoundingClientRect();
  const place = { x: left - sheet.left, y: top - sheet.top, width, height, overflow: "visible" };
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
  return copy;
}

function setStyle(element: Element, name: string, value: string, sheet: Sheet): void {
  const isColor = (name === "fill" || name === "stroke") && value !== "none" && !value.startsWith("url");
  element.setAttribute(name, isColor ? (sheet.rgb(value) ?? "none") : value);
}

const SIDES = ["top", "bottom", "left", "right"] as const;

/** Where the line at a side begins and ends, in a box of a width and height. */
function endsOf(side: (typeof SIDES)[number], width: number, height: number) {
  const [x, y] = [side === "right" ? width : 0, side === "bottom" ? height : 0];
  const isLevel = side === "top" || side === "bottom";
  return { x1: x, y1: y, x2: isLevel ? width : x, y2: isLevel ? y : height };
}

/** The fill of an element and the lines at its sides. */
function boxParts(element: HTMLElement, { left, top, rgb }: Sheet): SVGElement[] {
  const styles = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const [x, y] = [box.left - left, box.top - top];
  const fill = rgb(styles.backgroundColor);
  const filled = fill === null ? [] : [shape("rect", { x, y, width: box.width, height: box.height, fill })];
  const lines = SIDES.flatMap((side) => {
    const width = Number.parseFloat(styles.getPropertyValue(`border-${side}-width`));
    const stroke = rgb(styles.getPropertyValue(`border-${side}-color`));
    const style = styles.getPropertyValue(`border-${side}-style`);
    if (!(width > 0) || stroke === null || style === "none") return [];
    const dashes: Record<string, string> = style === "solid" ? {} : { "stroke-dasharray": "2 2" };
    const line = shape("line", { ...endsOf(side, box.width, box.height), stroke, "stroke-width": width, ...dashes });
    line.setAttribute("transform", `translate(${x} ${y})`);
    return [line];
  });
  return [...filled, ...lines];
}

/** Each line of a text where it stands, as wide as it is on the page whatever the font. */
function textParts(text: Text, { left, top, rgb }: Sheet): SVGElement[] {
  const parent = text.parentElement;
  if (parent === null || text.data.trim() === "") return [];
  const styles = getComputedStyle(parent);
  const size = Number.parseFloat(styles.fontSize);
  return linesOf(text).map(({ words, box }) => {
    const line = shape("text", {
      ...{ x: box.left - left, y: box.top - top + size * ASCENT, textLength: box.width },
      ...{ lengthAdjust: "spacingAndGlyphs", "font-size": size, "font-weight": styles.fontWeight },
      fill: rgb(styles.color) ?? "none",
    });
    line.textContent = words;
    return line;
  });
}

interface Line {
  readonly words: string;
  readonly box: { readonly left: number; readonly top: number; readonly width: number };
}

function linesOf(text: Text): Line[] {
  const lines: Line[] = [];
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const box = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < 2) {
      lines[lines.length - 1] = {
        words: `${last.words} ${word}`,
        box: { ...last.box, width: box.right - last.box.left },
      };
    } else if (box.width > 0) lines.push({ words: word, box });
  }
  return lines;
}

async function rasterise(image: Blob, svg: SVGSVGElement): Promise<Blob> {
  const address = URL.createObjectURL(image);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Number(svg.getAttribute("width")) * PNG_SCALE;
    canvas.height = Number(svg.getAttribute("height")) * PNG_SCALE;
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (png === null) throw new Error("the browser makes no image of the drawing");
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}

const KEPT_FOR_MS = 10_000;

function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
}
