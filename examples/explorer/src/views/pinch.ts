/**
 * Two fingers on a stage. One finger is the browser's and scrolls the page: the stage must have `touch-action: pan-x
 * pan-y`. Two would scroll it as well, and only touch events, not pointer events, can keep the browser from that.
 */

type Pixel = readonly [x: number, y: number];

/** What two fingers have done since both were down, in pixels of the stage. */
export interface Pinch {
  /** How many times as far apart they are. */
  readonly factor: number;
  /** Their middle then and now. */
  readonly from: Pixel;
  readonly to: Pixel;
}

export function pinchOf(then: readonly [Pixel, Pixel], now: readonly [Pixel, Pixel]): Pinch {
  return { factor: apart(now) / apart(then), from: middle(then), to: middle(now) };
}

/** Fingers in the same spot count as a pixel apart. */
function apart([[x, y], [otherX, otherY]]: readonly [Pixel, Pixel]): number {
  return Math.max(1, Math.hypot(x - otherX, y - otherY));
}

function middle([[x, y], [otherX, otherY]]: readonly [Pixel, Pixel]): Pixel {
  return [(x + otherX) / 2, (y + otherY) / 2];
}

/** Calls `begin` when two fingers are down, and what it returns whenever they have moved, each time with all so far. */
export function onPinch(stage: HTMLElement, begin: () => (pinch: Pinch) => void): void {
  let gesture: { readonly then: readonly [Pixel, Pixel]; readonly move: (pinch: Pinch) => void } | undefined;
  const fingersOf = ({ touches }: TouchEvent): readonly [Pixel, Pixel] | undefined => {
    const { left, top } = stage.getBoundingClientRect();
    const [one, other, ...more] = [...touches]
      .filter(({ target }) => stage.contains(target as Node))
      .map(({ clientX, clientY }): Pixel => [clientX - left, clientY - top]);
    return one && other && more.length === 0 ? [one, other] : undefined;
  };
  const restart = (event: TouchEvent): void => {
    const then = fingersOf(event);
    gesture = then && { then, move: begin() };
  };
  for (const name of ["touchstart", "touchend", "touchcancel"] as const) {
    stage.addEventListener(name, restart, { passive: true });
  }
  stage.addEventListener(
    "touchmove",
    (event) => {
      const now = fingersOf(event);
      if (!gesture || !now) return;
      if (event.cancelable) event.preventDefault();
      gesture.move(pinchOf(gesture.then, now));
    },
    { passive: false },
  );
}
