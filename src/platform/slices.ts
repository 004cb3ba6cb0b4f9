/** So many rows go into one statement: PostgreSQL takes 65,535 values at most. */
const atOnce = 1_000

/** Rows in pieces that one statement can take. */
export const slices = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / atOnce) }, (_none, index) =>
    rows.slice(index * atOnce, (index + 1) * atOnce),
  )
