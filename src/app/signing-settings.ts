import { evidenceFetcher, type EvidenceFetcher } from '#capabilities/signatures/preservation/fetch-evidence.ts'
import { timestampClient, type TimestampClient } from '#capabilities/signatures/cms/timestamp.ts'
import type { Environment } from '#platform/config.ts'
import { keptSecret } from '#platform/secret.ts'
import type { Installation } from './installation.ts'

/**
 * The passphrase of the certificate authority is the operator's, outside the data folder. Only the demo keeps one
 * beside the data, so that it can be tried without settings.
 */
export async function authorityPassphrase({
  environment,
  dataFolder,
  isDemo,
}: Pick<Installation, 'environment' | 'dataFolder' | 'isDemo'>): Promise<string | undefined> {
  return environment.SIGNING_CA_PASSPHRASE ?? (isDemo ? keptSecret(dataFolder, 'demo-authority-passphrase') : undefined)
}

export function timestampOf(environment: Environment): TimestampClient | undefined {
  const url = environment.SIGNING_TSA_URL
  return url === undefined ? undefined : timestampClient({ url })
}

export const evidenceFetcherOf = ({ SIGNING_EVIDENCE_HOSTS: hosts }: Environment): EvidenceFetcher | undefined =>
  hosts.length === 0 ? undefined : evidenceFetcher({ hosts })

/** Where this installation is reached; printed in every paper. */
export const siteOrigin = ({ BASE_URL, PORT }: Environment) =>
  (BASE_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '')

/** As others reach it; absent where no address was set: certificates then name none. */
export const publicUrl = ({ BASE_URL }: Environment) => BASE_URL?.replace(/\/+$/, '')

export const checkUrlOf = (environment: Environment) => (code: string) => `${siteOrigin(environment)}/kiem-tra/${code}`
