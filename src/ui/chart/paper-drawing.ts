// A paper knows no style sheet of the page and is printed in black: the same classes in grey, with strokes and hatching.
const style = `
text{font-family:Tinos,'Times New Roman','Liberation Serif',serif;font-size:13px;fill:#000}
.chart-note{font-size:12px}.chart-value{font-size:12px;font-weight:bold;paint-order:stroke;stroke:#fff;stroke-width:3}.heat-cell .chart-value{stroke:none}
.middle{text-anchor:middle}.end{text-anchor:end}
.chart-grid{stroke:#bbb;stroke-width:1}.chart-grid.strong{stroke:#000;stroke-dasharray:2 3}
.chart-bar{stroke:#000;stroke-width:.75}.chart-bar.done{fill:#777}.chart-bar.late.plain{fill:#fff;stroke-width:1.5}
.chart-fill-late,.chart-fill-expected{fill:#fff}.chart-line-late{fill:#000}.chart-line-expected{fill:#bbb}
.chart-plan{fill:none;stroke:#000;stroke-width:2;stroke-dasharray:5 3}
.heat-box{fill:#fff;stroke:#000;stroke-width:.75}.heat-cell.none .heat-box{stroke-dasharray:3 2}
.heat-cell.unassigned .heat-box{fill:#eee;stroke:#bbb}.heat-mark{fill:#555}.heat-late{fill:#000}
.profile-bloc{fill:none;stroke:#000;stroke-width:3}
.timeline-bar{stroke:#000;stroke-width:.75;fill:#ccc}.timeline-bar.ahead{fill:#fff;stroke-dasharray:4 2}
.timeline-bar.over{fill:#eee}.timeline-open{fill:none;stroke:#000;stroke-width:2}
.timeline-words{font-size:12px}.timeline-mark{fill:#000}.timeline-today{stroke:#000;stroke-width:1.5;stroke-dasharray:6 3}
`

/** A drawing as a file of its own, in the style of papers. */
export function paperDrawing(drawing: { toString(): string }): string {
  return drawing.toString().replace(/^<svg[^>]*>/u, (opening) => `${opening}<style>${style}</style>`)
}
