import * as client from 'openid-client'
import { RuleViolation } from '#platform/errors.ts'
import type { Told } from './linked.ts'

export interface ProviderSettings {
  issuer: string
  clientId: string
  clientSecret: string
  scope: string
  /** The claim by which administrators name people. */
  claim: string
  /** How pages call accounts of that place. */
  label: string
  /** Only these `acr` stand for a second factor; without any, none does. */
  strongAcrs: readonly string[]
}

interface Asking {
  redirectUri: string
  state: string
  nonce: string
  /** Stays with the browser; the other place sees its hash first and itself later (PKCE). */
  verifier: string
}

/** Another place where people have an account, by OpenID Connect. */
export interface Provider {
  label: string
  /** Where the browser is sent. */
  addressFor: (asking: Asking) => Promise<URL>
  /** Who came back with this address. */
  whoReturned: (address: URL, asking: Omit<Asking, 'redirectUri'>) => Promise<Told>
}

const patience = 8

/** Only a place on the same machine may be asked without TLS, for trying out. */
const optionsFor = ({ protocol }: URL): client.DiscoveryRequestOptions =>
  protocol === 'http:'
    ? // oxlint-disable-next-line typescript/no-deprecated -- marked so that nobody uses it by accident
      { timeout: patience, execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] }
    : { timeout: patience, execute: [client.enableNonRepudiationChecks] }

/** The person said no there, the place cannot be asked, or what it said proves nothing. */
function refusalFor(error: unknown): RuleViolation {
  if (error instanceof client.AuthorizationResponseError && error.error === 'access_denied')
    return new RuleViolation('linked.declined')
  const isAnswer = error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError
  const isLost = error instanceof TypeError || (error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT')
  return new RuleViolation(isLost && !isAnswer ? 'linked.unreachable' : 'linked.notProven')
}

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

const labelKeys = ['preferred_username', 'name', 'email'] as const

/** What the token leaves out, the other place may tell beside it. */
async function saidOf(config: client.Configuration, token: string, claims: client.IDToken, claim: string) {
  const isEnough = textOf(claims[claim]) !== null && labelKeys.some((key) => textOf(claims[key]) !== null)
  if (isEnough || config.serverMetadata().userinfo_endpoint === undefined) return claims
  return { ...(await client.fetchUserInfo(config, token, claims.sub)), ...claims }
}

/** Exchanges the code, and checks signature, nonce and proof key on the way. */
async function askWho(
  config: client.Configuration,
  address: URL,
  { state, nonce, verifier }: Omit<Asking, 'redirectUri'>,
  { claim, strongAcrs }: ProviderSettings,
): Promise<Told> {
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
  const tokens = await client.authorizationCodeGrant(config, address, checks)
  const claims = tokens.claims()
  if (claims === undefined) throw new RuleViolation('linked.notProven')
  const said: Record<string, unknown> = await saidOf(config, tokens.access_token, claims, claim)
  return {
    issuer: claims.iss,
    subject: claims.sub,
    label: labelKeys.map((key) => textOf(said[key])).find((label) => label !== null) ?? claims.sub,
    claim: textOf(said[claim]),
    isStrong: strongAcrs.includes(textOf(claims['acr']) ?? ''),
  }
}

/** Asked anew after every failure, so that a place that was down is there again without a restart. */
export function openProvider(settings: ProviderSettings): Provider {
  const { clientId, clientSecret, scope, label, strongAcrs } = settings
  const issuer = new URL(settings.issuer)
  let known: Promise<client.Configuration> | undefined

  function configuration(): Promise<client.Configuration> {
    known ??= client.discovery(issuer, clientId, clientSecret, undefined, optionsFor(issuer)).catch(() => {
      known = undefined
      throw new RuleViolation('linked.unreachable')
    })
    return known
  }

  return {
    label,
    async addressFor({ redirectUri, state, nonce, verifier }) {
      return client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(strongAcrs.length > 0 && { acr_values: strongAcrs.join(' ') }),
      })
    },
    whoReturned: async (address, asking) =>
      askWho(await configuration(), address, asking, settings).catch((error: unknown) => {
        throw error instanceof RuleViolation ? error : refusalFor(error)
      }),
  }
}
