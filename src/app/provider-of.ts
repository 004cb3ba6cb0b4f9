import { openProvider, type Provider } from '#domains/identity/linked/provider.ts'
import type { Environment } from '#platform/config.ts'

/** The other place by whose accounts people may sign in; the configuration has made sure that its parts are all there. */
export function providerOf(environment: Environment): Provider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined
  return openProvider({
    issuer,
    clientId,
    clientSecret,
    scope: environment.OIDC_SCOPE,
    claim: environment.OIDC_CLAIM,
    label: environment.OIDC_LABEL,
    strongAcrs: environment.OIDC_SECOND_FACTOR_ACR,
  })
}
