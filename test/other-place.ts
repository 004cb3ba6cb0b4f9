import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Who shall sign in there next, how strongly, or that they press "cancel". */
interface Visit {
  name: string
  acr?: string
  isRefusing?: boolean
}

const client = { client_id: 'giao-uoc', client_secret: 'between the two places' }
const minutes = 10 * 60

/** A real OpenID provider on this machine, where `visit` says who sits before the browser. */
export async function openOtherPlace(redirectUri: string) {
  let next: Visit = { name: 'nobody' }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [redirectUri] }],
    cookies: { keys: ['a key of the test'] },
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    ttl: { Interaction: minutes, Session: minutes, Grant: minutes, AccessToken: minutes, IdToken: minutes },
    acrValues: ['strong', 'weak'],
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id.replace('sub-', '') }),
    }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  })
  const serve = provider.callback()

  async function consent(request: IncomingMessage, response: ServerResponse) {
    const { session } = await provider.interactionDetails(request, response)
    const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: client.client_id })
    grant.addOIDCScope('openid profile')
    return { consent: { grantId: await grant.save() } }
  }

  async function interact(request: IncomingMessage, response: ServerResponse) {
    const { prompt } = await provider.interactionDetails(request, response)
    const { name, acr, isRefusing } = next
    const login = { login: { accountId: `sub-${name}`, ...(acr !== undefined && { acr }) } }
    const given = prompt.name === 'login' ? login : await consent(request, response)
    const result = isRefusing ? { error: 'access_denied' } : given
    await provider.interactionFinished(request, response, result)
  }

  const answer = (request: IncomingMessage, response: ServerResponse) =>
    request.url?.startsWith('/interaction/') ? interact(request, response) : serve(request, response)

  /** Goes where it is sent, with the cookies of that place, until it is sent back to us. */
  async function visit(address: string | URL, who: Visit): Promise<URL> {
    next = who
    const cookies = new Map<string, string>()
    for (let at = new URL(address), hops = 0; hops < 10; hops += 1) {
      if (at.href.startsWith(redirectUri)) return at
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
      for (const set of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
        cookies.set(name, value)
      }
      at = new URL(response.headers.get('location') ?? '', at)
    }
    throw new Error('the other place never sends anyone back')
  }

  const settings = {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    scope: 'openid profile',
    claim: 'preferred_username',
    label: 'tài khoản của tỉnh',
    strongAcrs: [] as readonly string[],
  }
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { settings, visit, close }
}
