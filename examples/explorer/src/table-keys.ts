/**
 * Buttons of a long table as one stop of the Tab key: arrow keys move between them, so that one gets past the table.
 */

/** Makes the buttons in a container one stop; to be called anew when they were exchanged. */
export function oneStop(container: HTMLElement): void {
  const [first, ...others] = container.querySelectorAll<HTMLElement>("td button, th button");
  for (const other of others) other.tabIndex = -1;
  if (first) first.tabIndex = 0;
}

/** Lets arrow keys move within a container's tables. */
export function moveByArrows(container: HTMLElement): void {
  container.addEventListener("keydown", (event) => {
    const { target } = event;
    if (!(target instanceof HTMLButtonElement) || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = neighbour(target, event.key);
    if (!next) return;
    event.preventDefault();
    target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
}

function neighbour(button: HTMLButtonElement, key: string): HTMLButtonElement | undefined {
  const row = button.closest("tr");
  const inRow = (of: Element | null | undefined): HTMLButtonElement[] => [
    ...(of?.querySelectorAll("button") ?? []),
  ];
  const place = inRow(row).indexOf(button);
  const rows = [...(row?.parentElement?.children ?? [])];
  switch (key) {
    case "ArrowRight":
      return inRow(row)[place + 1];
    case "ArrowLeft":
      return inRow(row)[place - 1];
    case "ArrowDown":
      return inRow(row?.nextElementSibling)[place];
    case "ArrowUp":
      return inRow(row?.previousElementSibling)[place];
    case "Home":
      return inRow(rows[0])[place];
    case "End":
      return inRow(rows.at(-1))[place];
    default:
      return undefined;
  }
}
