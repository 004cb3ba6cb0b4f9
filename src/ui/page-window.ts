/** The page numbers worth showing: first, last, the present one and its neighbours; `null` stands for a gap of two or more. */
export function pageWindow(current: number, last: number): (number | null)[] {
  const wanted = new Set([1, last, current - 1, current, current + 1])
  const shown: (number | null)[] = []
  let before = 0
  for (let page = 1; page <= last; page += 1) {
    if (!wanted.has(page)) continue
    if (page - before === 2) shown.push(page - 1)
    if (page - before > 2) shown.push(null)
    shown.push(page)
    before = page
  }
  return shown
}
