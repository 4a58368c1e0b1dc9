/** How an entity and a claim look in the network. Given to sigma as reducers, so that nothing is written to the graph. */

import { fade } from "../theme.ts";
import type { Palette } from "../views/palette.ts";
import type { Scene } from "./scene.ts";

export function nodeLook(scene: Scene, id: string): Record<string, unknown> {
  const { entities, claims, sizes, lit, focus, named, palette } = scene;
  const entity = entities.get(id);
  const dimmed = lit !== undefined && !lit.has(id);
  return {
    label: dimmed ? null : (entity?.label ?? id),
    color: fade(entity?.color ?? palette.muted, palette.paper, dimmed ? 0.25 : 1),
    size: sizes.get(id) ?? 3,
    hidden: claims !== undefined && entity === undefined,
    forceLabel: focus.has(id) || named.has(id),
    zIndex: focus.has(id) ? 2 : dimmed ? 0 : 1,
    // Its name is drawn even where there is no room.
    focused: focus.has(id),
  };
}

export function edgeLook(scene: Scene, id: string): Record<string, unknown> {
  const { claims, chosenClaim, lit, palette, curvatures, crowded } = scene;
  const claim = claims?.get(id);
  const curvature = curvatures.get(id);
  const chosen = id === chosenClaim;
  const dimmed =
    lit !== undefined && claim !== undefined && !(lit.has(claim.subject) && lit.has(claim.object));
  return {
    hidden: claims !== undefined && claim === undefined,
    ...(curvature === undefined ? { type: crowded ? "line" : "arrow" } : { type: "curved", curvature }),
    color: chosen ? palette.accent : lineColor(palette, claim?.certainty === "certain", dimmed),
    size: chosen ? 4 : claim?.certainty === "certain" ? 1.2 : 0.8,
    zIndex: chosen ? 2 : dimmed ? 0 : 1,
  };
}

/** Many lines cross one another: each is drawn lightly. */
function lineColor({ muted, possible, paper }: Palette, certain: boolean, dimmed: boolean): string {
  const share = dimmed ? 0.25 : 0.6;
  return fade(certain ? muted : possible, paper, share);
}
