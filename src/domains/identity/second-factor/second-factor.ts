import type { FactorRole, SessionProof } from '../../../../db/types.ts'

export type { FactorRole, SessionProof }

export const factorRoles = ['administrator', 'authority', 'leader'] as const satisfies readonly FactorRole[]

export const recoveryCodeCount = 10
export const recoveryCodeLength = 16

/** A pending secret is shown so long; a half-session waits so long for its code. */
export const switchOnMinutes = 30
export const halfSessionMinutes = 10

/** Whoever keeps only so many codes is reminded to make new ones. */
export const fewCodes = 3

/** Six digits are of the phone, whatever spaces stand between them; all else is a recovery code. */
export function digitsOf(typed: string): string | null {
  const digits = typed.replace(/\s/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

interface Holder {
  hasSecondFactor: boolean
  tenantRoles: readonly ('authority' | 'administrator')[]
  leadsUnit: boolean
}

/** Whether one of the roles held asks for a second factor that is not there. */
export function lacksSecondFactor(holder: Holder, asked: readonly FactorRole[]): boolean {
  const held: readonly FactorRole[] = [...holder.tenantRoles, ...(holder.leadsUnit ? (['leader'] as const) : [])]
  return !holder.hasSecondFactor && held.some((role) => asked.includes(role))
}
