/**
 * A canvas that fills its place at the screen's own resolution, whatever size that takes, and draws at most once a frame.
 */

/** Draws everything; called with the size in CSS pixels. */
export type Draw = (context: CanvasRenderingContext2D, width: number, height: number) => void;

export interface Surface {
  readonly canvas: HTMLCanvasElement;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Draws before the next frame; several calls draw once. */
  redraw(): void;
  /** Takes the size of its place anew, if that has changed. It does so by itself, only not at once. */
  resize(): void;
  destroy(): void;
}

/** `resized` is called when the place has taken another size, before what is drawn for it. */
export function makeSurface(place: HTMLElement, draw: Draw, resized: () => void): Surface {
  const canvas = document.createElement("canvas");
  canvas.className = "view-canvas";
  place.append(canvas);
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  let [width, height, frame] = [0, 0, 0];

  const paint = (): void => {
    frame = 0;
    if (width === 0 || height === 0) return;
    const ratio = globalThis.devicePixelRatio || 1;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    draw(context, width, height);
  };
  const redraw = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const measure = (): boolean => {
    if (width === place.clientWidth && height === place.clientHeight) return false;
    width = place.clientWidth;
    height = place.clientHeight;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    return true;
  };
  const resize = (): void => {
    if (!measure()) return;
    resized();
    redraw();
  };
  measure();
  const observer = new ResizeObserver(resize);
  observer.observe(place);
  return {
    canvas,
    get width() {
      return width;
    },
    get height() {
      return height;
    },
    redraw,
    resize,
    destroy() {
      observer.disconnect();
      cancelAnimationFrame(frame);
      canvas.remove();
    },
  };
}
