import type { EvidenceMedium, EvidenceVerdictKind } from '../../../db/types.ts'

export type Medium = EvidenceMedium
export type Verdict = EvidenceVerdictKind

export const fileMedia = ['pdf', 'picture', 'office'] as const satisfies readonly Medium[]
export type FileMedium = (typeof fileMedia)[number]

export const media = ['pdf', 'picture', 'office', 'link'] as const satisfies readonly Medium[]

/** How a citation stands: nobody judged it yet, or the last verdict. */
export type Standing = 'waiting' | Verdict

export const standingOf = (last: { verdict: Verdict } | null | undefined): Standing => last?.verdict ?? 'waiting'

/** Whether a link leads to one of these hosts, or to one below them, over https and to nobody's account. */
export function leadsTo(link: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(link)) return false
  const { protocol, hostname, username, password, port } = new URL(link)
  if (protocol !== 'https:' || username !== '' || password !== '' || port !== '') return false
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
}
