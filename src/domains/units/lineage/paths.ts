interface Chosen {
  kind: string
  before?: readonly string[]
  after?: readonly string[]
  text?: string
}

const base = '/sap-xep-don-vi'

export const lineagePaths = {
  list: base,
  kinds: `${base}/moi`,
  record: (kind: string) => `${base}/moi/${kind}`,
  deed: (deed: string) => `${base}/${deed}`,
  document: (deed: string) => `${base}/${deed}/van-ban`,
  correct: (deed: string) => `${base}/${deed}/sua`,
  undo: (deed: string) => `${base}/${deed}/huy`,
  office: '/co-quan-thi-dua',
}

/** The form of a kind with what is chosen so far. */
export function recordPath({ kind, before = [], after = [], text = '' }: Chosen): string {
  const query = new URLSearchParams()
  const wanted = { truoc: before.join(','), sau: after.join(','), q: text }
  for (const [name, value] of Object.entries(wanted)) if (value !== '') query.set(name, value)
  const path = lineagePaths.record(kind)
  return query.size === 0 ? path : `${path}?${query}`
}

/** What became of one unit: the kinds, with the unit chosen already. */
export const reorganisePath = (unit: string) => `${lineagePaths.kinds}?truoc=${unit}`
