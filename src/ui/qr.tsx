const quiet = 4

/** One path over the dark modules, a run of a row at a time. */
function qrPath(modules: readonly (readonly boolean[])[]) {
  const runs: string[] = []
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue
      const end = row.indexOf(false, x)
      const length = (end === -1 ? row.length : end) - x
      runs.push(`M${x + quiet} ${y + quiet}h${length}v1h-${length}z`)
      x += length
    }
  })
  return runs.join('')
}

/** A QR code from its modules, dark on white in every theme, with the quiet zone that readers need. */
export const Qr = (props: { modules: readonly (readonly boolean[])[]; label: string; size?: number }) => {
  const side = props.modules.length + 2 * quiet
  const size = props.size ?? 144
  return (
    <svg class="qr" role="img" aria-label={props.label} width={size} height={size} viewBox={`0 0 ${side} ${side}`}>
      <rect width={side} height={side} fill="#fff" />
      <path d={qrPath(props.modules)} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}
