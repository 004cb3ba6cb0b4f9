import type { KeptEntry } from './offline-queue.ts'

/**
 * `arrived` leads to a page; `offline` and `signed-out` keep the entry as it is; `other` is the session of another
 * person; what `asks` was understood and not taken: its author must look.
 */
export type Sent =
  | { outcome: 'arrived'; page: string }
  | { outcome: 'offline' | 'other' | 'asks' }
  | { outcome: 'signed-out'; door: string }

interface Refusal {
  problem?: string
  door?: string
}

function refused(status: number, { problem, door }: Refusal): Sent {
  if (door !== undefined) return { outcome: 'signed-out', door }
  if (problem === 'entries.otherAccount') return { outcome: 'other' }
  return { outcome: status >= 500 || status === 429 ? 'offline' : 'asks' }
}

/** Posts the form as it was filled in. Forms lead on to a page once they are taken; whatever else comes is no yes. */
export async function sendEntry({ action, fields, owner }: KeptEntry): Promise<Sent> {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  const headers = { accept: 'application/json', 'x-entry-owner': owner }
  try {
    const response = await fetch(action, { method: 'POST', headers, body })
    if (response.ok && response.redirected) return { outcome: 'arrived', page: response.url }
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
    return refused(response.status, isJson ? ((await response.json()) as Refusal) : {})
  } catch {
    return { outcome: 'offline' }
  }
}
