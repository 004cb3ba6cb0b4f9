/** The records that an article can be drafted from. */
export const draftSources = ['activity', 'movement', 'agreement', 'conference'] as const
export type DraftSource = (typeof draftSources)[number]

const written = /^(?<kind>[a-z]+):(?<id>[0-9a-f-]{36})$/u

/** 'activity:0190…' as an address says it; nothing when it names no record. */
export function readDraftSource(text: string | undefined): { kind: DraftSource; id: string } | undefined {
  const { kind, id } = written.exec(text ?? '')?.groups ?? {}
  const known = draftSources.find((source) => source === kind)
  return known === undefined || id === undefined ? undefined : { kind: known, id }
}
