/** A vote on paper as it was counted. */
export interface Counted {
  issued: number
  returned: number
  valid: number
  invalid: number
  nominees: readonly Nominee[]
}

export interface Nominee {
  name: string
  votesFor: number
  votesAgainst: number
}

/** Which sums do not agree. */
export type CountFault = 'moreReturned' | 'validAndInvalid' | 'nomineeSum' | 'noNominee'

/** What must hold of every count: nothing comes back that was not given out, and each valid paper says one thing of each. */
export function faultsOf({ issued, returned, valid, invalid, nominees }: Counted): CountFault[] {
  const faults: [CountFault, boolean][] = [
    ['moreReturned', returned > issued],
    ['validAndInvalid', valid + invalid !== returned],
    ['noNominee', nominees.length === 0],
    ['nomineeSum', nominees.some(({ votesFor, votesAgainst }) => votesFor + votesAgainst !== valid)],
  ]
  return faults.flatMap(([fault, isSo]) => (isSo ? [fault] : []))
}

const nomineeLine = /^(?<name>.+?)\s*[;|]\s*(?<votesFor>\d{1,4})\s*[;|]\s*(?<votesAgainst>\d{1,4})$/u

/** Nominees as they are typed, a line each: "Hội Nông dân tỉnh; 5; 1". Nothing when a line is none. */
export function readNominees(text: string): Nominee[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map((line) => nomineeLine.exec(line.trim())?.groups)
  if (read.includes(undefined)) return undefined
  return read.map((groups) => ({
    name: groups?.['name'] ?? '',
    votesFor: Number(groups?.['votesFor']),
    votesAgainst: Number(groups?.['votesAgainst']),
  }))
}
