import { setTimeout as sleep } from 'node:timers/promises'
import { hashToken, newToken, sessionEnd } from '../../src/domains/identity/sessions/session.ts'
import { sessionCookie } from '../../src/domains/identity/sessions/session-cookie.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/id.ts'
import type { Program } from './program.ts'

export interface Reply {
  status: number
  body: unknown
}

/** Someone signed in, who asks over HTTP. No reply: the program went away before it answered. */
export interface Client {
  post: (path: string, form: Readonly<Record<string, string>>) => Promise<Reply | undefined>
  postJson: (path: string, json: unknown) => Promise<Reply | undefined>
}

/** A session as signing in and saying the password once more leave it. */
async function startSession(db: Db, account: string): Promise<string> {
  const [now, token] = [new Date(), newToken()]
  const times = { created_at: now, seen_at: now, expires_at: sessionEnd(now), stepped_up_at: now }
  const row = { id: newId(), token_hash: hashToken(token), account_id: account, device: 'Firefox', ...times }
  await db.insertInto('session').values(row).execute()
  return `${sessionCookie(false).name}=${token}`
}

export async function signIn(program: Program, db: Db, account: string): Promise<Client> {
  const cookie = await startSession(db, account)
  async function send(path: string, body: string, type: string): Promise<Reply | undefined> {
    const origin = await program.origin()
    const headers = { origin, cookie, 'content-type': type, accept: 'application/json' }
    try {
      const init = { method: 'POST', redirect: 'manual', headers, body } as const
      const answer = await fetch(origin + path, { ...init, signal: AbortSignal.timeout(30_000) })
      const text = await answer.text()
      return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text }
    } catch {
      // Whether it was done nobody knows: that is what the person would see, too.
      await sleep(20)
      return undefined
    }
  }
  return {
    post: (path, form) => send(path, new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded'),
    postJson: (path, json) => send(path, JSON.stringify(json), 'application/json'),
  }
}
