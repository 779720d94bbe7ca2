/// The look of the report; no part of it comes from anywhere else.
enum InspectStyle {
    static let css = """
        :root { --line: #d5d9df; --soft: #f5f6f8; --ink: #1d2430; --dim: #667080; }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 7rem; }
        body { margin: 0; color: var(--ink); background: var(--soft);
          font: 13px/1.45 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
        header { position: sticky; top: 0; z-index: 2; background: #fff; border-bottom: 1px solid var(--line);
          padding: .6rem 1.2rem; }
        h1 { font-size: 15px; margin: 0; display: inline; overflow-wrap: anywhere; }
        header p { display: inline; margin: 0 0 0 1rem; color: var(--dim); }
        .switches { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin-top: .4rem; }
        .switches label { display: inline-flex; align-items: center; gap: .3rem; cursor: pointer; }
        .switches input { margin: 0; }
        .switches i { width: .8em; height: .8em; border-radius: 2px; background: currentColor; }
        section { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 1.2rem; padding: 1rem 1.2rem;
          border-bottom: 1px solid var(--line); align-items: start; }
        .paper { position: sticky; top: 5.6rem; }
        h2 { font-size: 13px; margin: 0 0 .4rem; color: var(--dim); font-weight: 600; }
        .sheet { position: relative; aspect-ratio: var(--ratio); background: #fff; box-shadow: 0 1px 5px #0003;
          width: min(52vw, calc((100vh - 8.5rem) * var(--ratio))); }
        .show-wide section { grid-template-columns: minmax(0, 1fr); }
        .show-wide .paper { position: static; }
        .show-wide .sheet { width: 100%; }
        .sheet img, .sheet svg { position: absolute; inset: 0; width: 100%; height: 100%; }
        .findings { min-width: 0; overflow-x: auto; }
        .none { color: var(--dim); }
        table { border-collapse: collapse; background: #fff; margin: 0 0 1.4rem; }
        caption { text-align: left; color: var(--dim); padding: 0 0 .3rem; font-weight: 600; white-space: nowrap; }
        th, td { border: 1px solid var(--line); padding: .15rem .4rem; vertical-align: top; text-align: left;
          overflow-wrap: anywhere; min-width: 2.2em; max-width: 26em; }
        th { background: #eef1f5; }
        table:target caption { color: #0b57d0; }
        tr:target td { background: #fff3c4; }
        tr.unsure td { background: #fdeceb; }
        .form { background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: .8rem 1rem;
          margin: 0 0 1.4rem; overflow-x: auto; }
        h3 { font-size: 14px; margin: 0 0 .5rem; }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem .8rem; margin: 0 0 1rem; }
        dt { color: var(--dim); max-width: 16em; overflow-wrap: anywhere; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .records td:last-child { white-space: nowrap; }
        .records th { white-space: nowrap; }
        .records td { min-width: 2.6em; }
        .records td:nth-child(n + 2):nth-child(-n + 6) { min-width: 5.5em; }
        .records td:nth-child(9) { min-width: 9em; }
        .records small, .records b { color: var(--dim); font-weight: 400; }
        .checks { list-style: none; margin: .2rem 0; padding: 0; }
        summary { color: var(--dim); cursor: pointer; }
        .checks li::before { display: inline-block; width: 1.4em; font-weight: 700; }
        .passed::before { content: "✓"; color: #1a7f37; }
        .failed::before { content: "✗"; color: #c5221f; }
        .failed { color: #c5221f; }
        svg text { font-family: sans-serif; font-weight: 700; fill: #0b57d0; stroke: #fff; stroke-width: 2px;
          paint-order: stroke; }
        svg rect { vector-effect: non-scaling-stroke; stroke-width: 1px; }
        svg line { pointer-events: none; }
        g.tables rect { fill: none; stroke: #0b57d0; stroke-width: 2px; pointer-events: none; }
        g.cells rect { fill: #0b57d0; fill-opacity: .04; stroke: #1a9c5b; stroke-opacity: .8; }
        g.cells rect.unsure { fill: #c5221f; fill-opacity: .08; }
        g.cells rect:hover, g.runs rect:hover, g.outside rect:hover { fill-opacity: .3; }
        g.outside rect { fill: #e8a200; fill-opacity: .15; stroke: #e8a200; }
        g.runs rect { fill: #7b4fd6; fill-opacity: .12; stroke: #7b4fd6; }
        g.steps rect { fill: #00796b; fill-opacity: .05; stroke: #00796b; }
        g.steps rect.rejected { fill: #b3261e; fill-opacity: .1; stroke: #b3261e; stroke-dasharray: 4 3; }
        g.steps circle { fill: #00796b; }
        .steps { color: var(--dim); }
        g.runs rect.decoration { stroke-dasharray: 3 3; fill-opacity: .03; }
        g.records rect { fill: #d6368f; fill-opacity: .1; stroke: #d6368f; }
        g.records rect.lit { fill-opacity: .35; stroke-width: 3px; }
        g.records rect:target { display: inline; fill-opacity: .35; stroke-width: 3px; }
        g.stroke line { stroke: #d93025; }
        g.thinRectangle line { stroke: #f57c00; }
        g.fillEdge line { stroke: #00897b; }
        g.pixels line { stroke: #c2185b; }
        .switches .tables i { background: #0b57d0; }
        .switches .cells i { background: #1a9c5b; }
        .switches .outside i { background: #e8a200; }
        .switches .records i { background: #d6368f; }
        .switches .steps i { background: #00796b; }
        .switches .runs i { background: #7b4fd6; }
        .switches .stroke i { background: #d93025; }
        .switches .thinRectangle i { background: #f57c00; }
        .switches .fillEdge i { background: #00897b; }
        .switches .pixels i { background: #c2185b; }
        .hide-tables g.tables, .hide-cells g.cells, .hide-outside g.outside, .hide-runs g.runs, .hide-stroke g.stroke,
        .hide-thinRectangle g.thinRectangle, .hide-fillEdge g.fillEdge, .hide-pixels g.pixels,
        .hide-steps g.steps { display: none; }
        .hide-records g.records rect:not(.lit):not(:target) { display: none; }
        @media (max-width: 60rem) {
          section { grid-template-columns: minmax(0, 1fr); }
          .paper { position: static; }
          .sheet { width: 100%; }
        }
        """

    static let script = """
        document.querySelectorAll("[data-layer]").forEach(box => {
          const apply = () => {
            const name = box.dataset.layer;
            document.body.classList.toggle(name === "wide" ? "show-wide" : "hide-" + name,
              name === "wide" ? box.checked : !box.checked);
          };
          box.addEventListener("change", apply);
          apply();
        });
        document.querySelectorAll("tr[id^=record-]").forEach(row => {
          const box = document.getElementById("box-" + row.id.slice(7));
          if (!box) return;
          row.addEventListener("mouseenter", () => box.classList.add("lit"));
          row.addEventListener("mouseleave", () => box.classList.remove("lit"));
        });
        """
}
