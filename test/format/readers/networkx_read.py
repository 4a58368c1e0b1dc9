"""Reads a file with NetworkX and prints what it found as JSON.

Usage: networkx_read.py gexf|graphml|node-link|cytoscape file   Exit 3: NetworkX is not here.
"""

import json
import sys

try:
    import networkx as nx
except ImportError:
    sys.exit(3)

kind, path = sys.argv[1:]
if kind == "gexf":
    graph = nx.read_gexf(path, version="1.3")
elif kind == "graphml":
    graph = nx.read_graphml(path, force_multigraph=True)
else:
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    if kind == "node-link":
        graph = nx.node_link_graph(data, edges="links" if "links" in data else "edges")
    else:
        # NetworkX takes keys from `value` and `key`, which Cytoscape itself does not know.
        for node in data["elements"]["nodes"]:
            node["data"].setdefault("value", node["data"]["id"])
        for edge in data["elements"]["edges"]:
            edge["data"].setdefault("key", edge["data"]["id"])
        graph = nx.cytoscape_graph({"directed": True, "multigraph": True, "data": [], **data})

edges = graph.edges(keys=True, data=True) if graph.is_multigraph() else [
    (a, b, attributes.get("id"), attributes) for a, b, attributes in graph.edges(data=True)
]
print(
    json.dumps(
        {
            "directed": graph.is_directed(),
            "nodes": {key: dict(attributes) for key, attributes in graph.nodes(data=True)},
            "edges": [
                {"source": a, "target": b, "key": key, "attributes": dict(attributes)}
                for a, b, key, attributes in edges
            ],
        },
        default=str,
    )
)
