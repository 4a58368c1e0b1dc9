/** Ten chained steps of every sort, as heavy as a query in use is ever likely to be: its cost to the compiler is tested. */
import { query, type XinjiangGraph } from "../../src/index.ts";

declare const graph: XinjiangGraph;

export const tenSteps = query(graph)
  .from("official/chen-weijun")
  .out("holdsOffice")
  .as("body")
  .out("locatedIn")
  .as("seat")
  .in("locatedIn")
  .ofKind(["port", "region"])
  .both("borders")
  .ofKind("region")
  .in("locatedIn")
  .ofKind("port")
  .as("port")
  .where({ modes: { contains: "rail" } })
  .optional((port) => port.out("opensTo").as("land"))
  .out("locatedIn")
  .ofKind("region")
  .repeat((place) => place.out("locatedIn").ofKind("region"), 0, 3)
  .union(
    (place) => place.out("observed").as("figure"),
    (place) => place.out("hosts").as("event"),
  )
  .as("end")
  .at("2024")
  .reportedBy("2025")
  .possible()
  .distinct("port", "end")
  .orderBy("label", { step: "port", attribute: "lat" });

export const row = tenSteps.first();
export const label: string | undefined = row?.land?.label ?? row?.event?.label ?? row?.seat.label;
